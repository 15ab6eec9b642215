package dev.slipway.media.encode;

import dev.slipway.media.encode.crew.Crew;
import dev.slipway.media.encode.crew.FrameQueue;
import dev.slipway.media.encode.lane.LaneStage;
import dev.slipway.media.encode.picture.PictureFilter;
import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.ffmpeg.frame.Frame;
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
    private final PictureTreatment treatment;
    private final List<Branch> branches = new ArrayList<>();

    private record Branch(FrameQueue queue, LongPredicate wants) {}

    static Stage root(FrameQueue input, PictureFilter filter, PictureTreatment treatment) {
        return new Stage(input, filter, null, treatment);
    }

    Stage(FrameQueue input, PictureFilter filter, LaneStage lane) {
        this(input, filter, lane, PictureTreatment.NONE);
    }

    private Stage(FrameQueue input, PictureFilter filter, @Nullable LaneStage lane, PictureTreatment treatment) {
        this.input = input;
        this.filter = filter;
        this.lane = lane;
        this.treatment = treatment;
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
        treatment.apply(picture);
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
