package dev.slipway.media.probe.picture;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.model.media.Rational;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The presentation times of every picture of a track, in the order of the file, and what follows from them. */
public final class PictureTimes {
    /** Two days at 60 a second; a file that claims more is not a video anybody filmed. */
    private static final int MAX_PICTURES = 10_000_000;

    private static final double SAME_RATE = 0.005;
    private static final double JITTER = 0.2;
    private static final double TOLERATED_OUTLIERS = 0.02;

    private static final List<Rational> COMMON_RATES = List.of(
            new Rational(24000, 1001),
            new Rational(24, 1),
            new Rational(25, 1),
            new Rational(30000, 1001),
            new Rational(30, 1),
            new Rational(50, 1),
            new Rational(60000, 1001),
            new Rational(60, 1),
            new Rational(10, 1),
            new Rational(12000, 1001),
            new Rational(12, 1),
            new Rational(25, 2),
            new Rational(15000, 1001),
            new Rational(15, 1),
            new Rational(48, 1),
            new Rational(100, 1),
            new Rational(120000, 1001),
            new Rational(120, 1),
            new Rational(240000, 1001),
            new Rational(240, 1));

    private final Timebase timebase;
    private long[] times = new long[1024];
    private int count;
    private long first = Long.MAX_VALUE;
    private long latest = Long.MIN_VALUE;
    private long latestDuration;

    public PictureTimes(Timebase timebase) {
        this.timebase = timebase;
    }

    /** @return false when there are more pictures than anybody filmed */
    public boolean add(long time, long duration) {
        if (count == MAX_PICTURES) {
            return false;
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, Math.min(count * 2, MAX_PICTURES));
        }
        times[count++] = time;
        first = Math.min(first, time);
        if (time >= latest) {
            latest = time;
            latestDuration = Math.subtractExact(Math.addExact(time, Math.max(duration, 0)), time);
        }
        return true;
    }

    public int count() {
        return count;
    }

    public long first() {
        return first;
    }

    /** From the first picture's beginning to the last one's end. */
    public long durationMicros() {
        long until = Math.addExact(latest, Math.max(lastDuration(), median()));
        return timebase.toMicros(Math.subtractExact(until, first()));
    }

    /** When the last picture is shown, from the first one on. */
    public long lastMicros() {
        return timebase.toMicros(Math.subtractExact(latest, first()));
    }

    /** MP4's durations lead from one decode time to the next, and say of a reordered picture what another one lasts. */
    private long lastDuration() {
        boolean isAtTheEnd = count > 0 && times[count - 1] == latest;
        return isAtTheEnd ? latestDuration : 0;
    }

    /** Some pictures stay noticeably longer or shorter than most. */
    public boolean isVariable() {
        long median = median();
        double tolerance = Math.max(median * JITTER, 1.5);
        long outliers = Arrays.stream(steps())
                .filter(step -> Math.abs(step - median) > tolerance)
                .count();
        return outliers > Math.max(1, count * TOLERATED_OUTLIERS);
    }

    /** The average rate, as the exact rate people mean by it where it is one. */
    public Rational averageRate(Optional<Rational> declared) {
        double measured = measuredRate();
        if (!isVariable()) {
            Optional<Rational> exact = declared.filter(COMMON_RATES::contains)
                    .filter(rate -> isNear(rate, measured))
                    .or(() -> nearestCommonRate(measured))
                    .or(() -> declared.filter(rate -> isNear(rate, measured)));
            if (exact.isPresent()) {
                return exact.get();
            }
        }
        return new Rational(Math.max(1, Math.round(measured * 1000)), 1000);
    }

    /** How many of the pictures have a place of their own on an even grid from the first one on, as a share of all. */
    double shareShownAt(Rational rate) {
        double step = rate.toDouble() * timebase.numerator() / timebase.denominator();
        long moments = Arrays.stream(times, 0, count).distinct().count();
        long places = Arrays.stream(times, 0, count)
                .map(time -> Math.round((time - first) * step))
                .distinct()
                .count();
        return moments == 0 ? 1 : (double) places / moments;
    }

    /** By the most usual step. */
    double medianRate() {
        return (double) timebase.denominator() / timebase.numerator() / Math.max(1, median());
    }

    private double measuredRate() {
        long median = median();
        double seconds = isVariable() || median <= 0
                ? durationMicros() / 1e6 / Math.max(count, 1)
                : steadyStep() * timebase.numerator() / timebase.denominator();
        return seconds > 0 ? 1 / seconds : 1;
    }

    /** The mean step, which is finer than the median where times are rounded to milliseconds. */
    private double steadyStep() {
        long[] steps = steps();
        long median = median();
        return Arrays.stream(steps)
                .filter(step -> Math.abs(step - median) <= Math.max(median * JITTER, 1.5))
                .average()
                .orElse(median);
    }

    private static Optional<Rational> nearestCommonRate(double measured) {
        return COMMON_RATES.stream()
                .filter(rate -> isNear(rate, measured))
                .min(Comparator.comparingDouble(rate -> Math.abs(rate.toDouble() - measured)));
    }

    private static boolean isNear(Rational rate, double measured) {
        return Math.abs(rate.toDouble() - measured) <= measured * SAME_RATE;
    }

    private long median() {
        long[] steps = steps();
        Arrays.sort(steps);
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    private long[] steps() {
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        long[] steps = new long[Math.max(0, count - 1)];
        for (int index = 0; index < steps.length; index++) {
            steps[index] = sorted[index + 1] - sorted[index];
        }
        return steps;
    }
}
