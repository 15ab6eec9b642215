package dev.slipway.media.prepare.progress;

import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.run.RisingProgress;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

/**
 * The one rising fraction of a run, told in every part of it: who watches takes silence for a standstill. Encoding has
 * nearly all of it (up to 0.97 of a pass); the other parts share what is left, closer together where something had to be
 * made again before them. Thread-safe.
 */
public final class RunProgress implements ProgressListener {
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** One is for work that is done. */
    private static final double MOST = 0.999;

    /** Of the whole: threads begin one after the other, so that less than that says nothing of their speed. */
    private static final double TOO_LITTLE = 0.02;

    private final ProgressListener listener;
    private final double forecastSeconds;
    private volatile Progress last;
    private volatile double told;
    /** Where the parts after the caps begin. */
    private volatile double afterCaps = Part.CAPS.end;

    private final Pace pace = new Pace();

    /** Work before and after encoding, with its share of the whole. */
    public enum Part {
        LOUDNESS(0, 0.02),
        CAPS(0.97, 0.975),
        SOUND_REPORT(0.975, 0.98),
        ASSEMBLY(0.98, 0.987),
        SUBTITLES(0.987, 0.989),
        PICTURE_REPORT(0.989, 0.994),
        QUALITY_REPORT(0.994, MOST);

        private final double begin;
        private final double end;

        Part(double begin, double end) {
            this.begin = begin;
            this.end = end;
        }
    }

    /** @param forecastSeconds how long the run is thought to take */
    public RunProgress(ProgressListener listener, double forecastSeconds) {
        this.listener = new RisingProgress(listener);
        this.forecastSeconds = forecastSeconds;
        this.last = new Progress(0, 0, 0, forecastSeconds, Map.of());
    }

    @Override
    public void progress(Progress progress) {
        double left = pace.secondsLeft(progress);
        last = new Progress(progress.fraction(), progress.fps(), progress.speed(), left, progress.outputBytes());
        tell(progress.fraction(), left);
    }

    private double foretold(double fraction) {
        return forecastSeconds * (1 - fraction);
    }

    /**
     * How fast this run encodes, all of its passes together. What a pass has while it tells no speed is not this run's
     * work: an earlier one finished it.
     */
    private final class Pace {
        private double worked;
        private double seconds;
        private double lastFraction;
        private long lastNanos = System.nanoTime();

        synchronized double secondsLeft(Progress progress) {
            long now = System.nanoTime();
            if (progress.speed() > 0) {
                worked += Math.max(0, progress.fraction() - lastFraction);
                seconds += (now - lastNanos) / (double) TimeUnit.SECONDS.toNanos(1);
            }
            lastFraction = progress.fraction();
            lastNanos = now;
            return secondsLeft(progress.fraction());
        }

        synchronized double secondsLeft(double fraction) {
            return worked < TOO_LITTLE ? foretold(fraction) : seconds * (1 - fraction) / worked;
        }
    }

    @Override
    public void notice(Notice notice) {
        listener.notice(notice);
    }

    @Override
    public void outlook(Outlook outlook) {
        listener.outlook(outlook);
    }

    /**
     * Hears a pass that makes parts again. Nobody knows of it before the film is encoded, nor whether another one follows:
     * of what is left of the whole it takes as much as its work is of its own and all that is known to come.
     */
    public ProgressListener again() {
        return new Again();
    }

    private final class Again implements ProgressListener {
        private final double begun = Math.max(told, Part.CAPS.begin);
        private double given = Double.NaN;

        @Override
        public void progress(Progress pass) {
            if (Double.isNaN(given)) {
                given = pass.fraction();
            }
            double work = Math.max(0, Part.CAPS.begin - given);
            double done = work == 0 ? 0 : Math.clamp((pass.fraction() - given) / work, 0, 1);
            double share = work / (work + MOST - Part.CAPS.end);
            double fraction = begun + done * share * (MOST - begun);
            boolean isJudged = pass.speed() > 0 && done >= TOO_LITTLE;
            double left = isJudged ? pass.secondsLeft() : pace.secondsLeft(pass.fraction());
            afterCaps = Math.max(afterCaps, fraction);
            last = new Progress(fraction, pass.fps(), pass.speed(), left, pass.outputBytes());
            tell(fraction, left);
        }

        @Override
        public void notice(Notice notice) {
            listener.notice(notice);
        }
    }

    /** Begins a part. @return hears how much of the part is done, from 0 to 1, as often as one likes */
    public DoubleConsumer begin(Part part) {
        return new Teller(part);
    }

    private void tell(double fraction, double secondsLeft) {
        Progress known = last;
        told = Math.max(told, Math.min(MOST, fraction));
        listener.progress(
                new Progress(Math.min(MOST, fraction), known.fps(), known.speed(), secondsLeft, known.outputBytes()));
    }

    private final class Teller implements DoubleConsumer {
        private final Part part;
        private final long begun = System.nanoTime();
        private long told = begun;
        private double done;

        Teller(Part part) {
            this.part = part;
            tell(placed(part.begin), last.secondsLeft());
        }

        private double placed(double fraction) {
            return fraction < Part.CAPS.end || afterCaps == Part.CAPS.end
                    ? fraction
                    : MOST - (MOST - fraction) * (MOST - afterCaps) / (MOST - Part.CAPS.end);
        }

        @Override
        public synchronized void accept(double share) {
            long now = System.nanoTime();
            // Whoever only knows that something was worked at says 0.
            done = Math.clamp(share, done, 1);
            if (now - told >= BETWEEN_NANOS || share >= 1) {
                told = now;
                double seconds = (now - begun) / (double) TimeUnit.SECONDS.toNanos(1);
                double fraction = placed(part.begin + done * (part.end - part.begin));
                double left = done > 0 ? seconds * (1 - done) / done : last.secondsLeft();
                tell(fraction, part == Part.LOUDNESS ? foretold(fraction) : left);
            }
        }
    }
}
