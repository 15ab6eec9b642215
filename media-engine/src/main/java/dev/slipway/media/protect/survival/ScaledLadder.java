package dev.slipway.media.protect.survival;

import dev.slipway.media.encode.picture.RungScaler;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.VideoOutput;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Scales pictures from rung to rung, each size from the next larger one, as the pipeline's cascade does. */
final class ScaledLadder implements AutoCloseable {
    private final List<Size> sizes;
    private final List<RungScaler> scalers;

    ScaledLadder(Plan plan) {
        Timebase clock = Timebase.ofRate(plan.timeline().rate());
        sizes = plan.rungs().stream()
                .map(VideoOutput::size)
                .distinct()
                .sorted(Comparator.comparingLong(Size::pixels).reversed())
                .toList();
        scalers = sizes.stream().map(size -> new RungScaler(size, clock)).toList();
    }

    /** @param rungs gets the picture in each size; valid only during the call */
    void apply(Frame top, BiConsumer<Size, Frame> rungs) {
        apply(0, top, rungs);
    }

    private void apply(int level, Frame picture, BiConsumer<Size, Frame> rungs) {
        if (level < sizes.size()) {
            scalers.get(level).apply(picture, scaled -> {
                rungs.accept(sizes.get(level), scaled);
                apply(level + 1, scaled, rungs);
            });
        }
    }

    LadderLuma luma(Frame top) {
        Map<Size, byte[]> luma = new HashMap<>();
        apply(top, (size, picture) -> luma.put(size, picture.plane(0)));
        return new LadderLuma(luma);
    }

    @Override
    public void close() {
        scalers.forEach(RungScaler::close);
    }
}
