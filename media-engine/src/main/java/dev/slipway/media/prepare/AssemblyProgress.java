package dev.slipway.media.prepare;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.VideoOutput;
import dev.slipway.media.run.Cancellation;
import java.util.function.DoubleConsumer;

/** Counts the pictures that are put into the finished files, and listens for a wish to stop meanwhile. */
final class AssemblyProgress {
    private final DoubleConsumer share;
    private final Cancellation cancellation;
    private final double all;
    private long written;

    AssemblyProgress(Plan plan, RunProgress progress, Cancellation cancellation) {
        this.share = progress.begin(RunProgress.Part.ASSEMBLY);
        this.cancellation = cancellation;
        this.all = plan.preview().frames()
                + plan.rungs().stream().mapToLong(VideoOutput::frames).sum();
    }

    void written() {
        written++;
        still();
    }

    /** Something else than a picture was worked at. */
    void still() {
        cancellation.throwIfCancelled();
        share.accept(written / all);
    }
}
