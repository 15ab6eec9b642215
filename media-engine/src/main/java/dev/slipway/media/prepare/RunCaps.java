package dev.slipway.media.prepare;

import dev.slipway.media.cap.CapCheck;
import dev.slipway.media.prepare.progress.RunProgress;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.FoundQuality;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.io.IOException;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Has everything made again that costs more than its cap over any 10 s, until nothing does or no more can be done. */
final class RunCaps {
    private static final double WINDOW_SECONDS = 10;

    private RunCaps() {}

    /** A pass over the source for the pictures that are missing now. */
    @FunctionalInterface
    interface Pass {
        void run(ProgressListener listener) throws IOException;
    }

    /** @param wish that the rates follow from, or null where they follow from the pictures' size */
    static void keep(
            CapCheck check, Pass pass, @Nullable FoundQuality wish, RunProgress listener, Cancellation cancellation)
            throws IOException {
        DoubleConsumer share = listener.begin(RunProgress.Part.CAPS);
        Runnable still = () -> {
            cancellation.throwIfCancelled();
            share.accept(0);
        };
        while (check.restrain(still)) {
            pass.run(new Again(listener.again()));
        }
        check.excesses(still)
                .forEach(excess ->
                        listener.notice(new Notice(Notice.CAP_PASSED, inWords(excess, wish), exactly(excess))));
    }

    /** What the source lacks was told by the pass over all of it; this one reads a part, and would count anew. */
    private record Again(ProgressListener listener) implements ProgressListener {
        @Override
        public void progress(Progress progress) {
            listener.progress(progress);
        }

        @Override
        public void notice(Notice notice) {
            if (!notice.code().equals(Notice.SOURCE_DAMAGED)) {
                listener.notice(notice);
            }
        }

        @Override
        public void outlook(Outlook outlook) {
            listener.outlook(outlook);
        }
    }

    private static String exactly(CapCheck.Excess excess) {
        return String.format(
                Locale.ROOT,
                "%s: %.2f × %d kbit/s",
                excess.output().path(),
                excess.share(),
                excess.output().bitrate() / 1000);
    }

    static String inWords(CapCheck.Excess excess, @Nullable FoundQuality wish) {
        // Below the ceiling a higher one changes nothing: the search stops at the lowest rate that is good enough.
        boolean isBound = wish == null || wish.outcome() == FoundQuality.Outcome.CEILING;
        return String.format(
                Locale.ROOT,
                "%s %s cost %.2f times the %,d kbit/s that it may take: its pictures cannot be had for so"
                        + " little. %s where players count on it.",
                excess.seconds() > WINDOW_SECONDS ? "The busiest 10 s of" : "All of",
                excess.output().path(),
                excess.share(),
                excess.output().bitrate() / 1000,
                isBound ? "Allow a higher --bitrate" : "Wish for a higher --target-quality");
    }
}
