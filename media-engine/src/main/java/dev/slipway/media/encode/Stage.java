package dev.slipway.media.encode;

import dev.slipway.media.ffmpeg.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the pipeline: takes pictures from its queue, brings them to its size, hands them on to the stages below
 * it and then makes its own output of them. The stage at the root has no output.
 */
final class Stage implements Crew.Work {
    private final FrameQueue input;
    private final PictureFilter filter;
    private final @Nullable LaneStage lane;
    private final List<Branch> branches = new ArrayList<>();

    private record Branch(FrameQueue queue, LongPredicate wants) {}

    Stage(FrameQueue input, PictureFilter filter, @Nullable LaneStage lane) {
        this.input = input;
        this.filter = filter;
        this.lane = lane;
    }

    /** Only before the pipeline starts. */
    void feed(FrameQueue queue, LongPredicate wants) {
        branches.add(new Branch(queue, wants));
    }

    @Override
    public void run() throws IOException {
        try (filter;
                LaneStage closing = lane) {
            Frame taken = input.take();
            while (taken != null) {
                try (Frame frame = taken) {
                    filter.apply(frame, this::pass);
                }
                taken = input.take();
            }
            if (closing != null) {
                closing.end();
            }
        }
        branches.forEach(branch -> branch.queue().end());
    }

    private void pass(Frame picture) {
        picture.tagBt709();
        for (Branch branch : branches) {
            if (branch.wants().test(picture.pts())) {
                branch.queue().put(picture.share());
            }
        }
        if (lane != null) {
            try {
                lane.picture(picture);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
