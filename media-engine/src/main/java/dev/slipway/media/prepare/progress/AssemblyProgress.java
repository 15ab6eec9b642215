package dev.slipway.media.prepare.progress;

import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.run.Cancellation;
import java.util.function.DoubleConsumer;

/** Counts the pictures that are put into the finished files, and listens for a wish to stop meanwhile. */
public final class AssemblyProgress {
    private final DoubleConsumer share;
    private final Cancellation cancellation;
    private final double all;
    private long written;

    public AssemblyProgress(Plan plan, RunProgress progress, Cancellation cancellation) {
        this.share = progress.begin(RunProgress.Part.ASSEMBLY);
        this.cancellation = cancellation;
        this.all = plan.preview().frames()
                + plan.rungs().stream().mapToLong(VideoOutput::frames).sum();
    }

    public void written() {
        written++;
        still();
    }

    /** Something else than a picture was worked at. */
    public void still() {
        cancellation.throwIfCancelled();
        share.accept(written / all);
    }
}
