package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.AudioOutput;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the pipeline: makes the film's sound once, in stereo at 48 kHz from the picture's first moment to its
 * last. It runs unbroken, because sound is quick to make again.
 */
public final class SoundMix {
    static final Timebase SAMPLES = new Timebase(1, AudioOutput.SAMPLE_RATE);

    private final Supplier<@Nullable Frame> decoded;
    private final SampleGrid grid;
    private final List<SoundTreatment> treatments;
    private final Consumer<StereoBlock> output;

    /**
     * @param decoded waits for the next decoded frame, whose time is in microseconds from the film's beginning; null
     *     after the last
     * @param treatments in their order; they stay the caller's to close
     */
    public SoundMix(
            Supplier<@Nullable Frame> decoded,
            Timeline timeline,
            List<SoundTreatment> treatments,
            Consumer<StereoBlock> output) {
        this.decoded = decoded;
        this.treatments = List.copyOf(treatments);
        this.output = output;
        this.grid = new SampleGrid(samples(timeline), block -> pass(block, 0));
    }

    public void run() {
        try (StereoConverter converter = new StereoConverter(grid::place)) {
            Frame taken = decoded.get();
            while (taken != null) {
                try (Frame frame = taken) {
                    converter.accept(frame);
                }
                taken = decoded.get();
            }
            converter.finish();
        }
        grid.finish();
        for (int index = 0; index < treatments.size(); index++) {
            int next = index + 1;
            treatments.get(index).finish(block -> pass(block, next));
        }
    }

    private void pass(StereoBlock block, int treatment) {
        if (treatment == treatments.size()) {
            output.accept(block);
        } else {
            treatments.get(treatment).accept(block, treated -> pass(treated, treatment + 1));
        }
    }

    /** How many samples a film has. */
    public static long samples(Timeline timeline) {
        long ticks = Math.multiplyExact(timeline.frames(), timeline.rate().denominator());
        return Math.multiplyExact(ticks, AudioOutput.SAMPLE_RATE)
                / timeline.rate().numerator();
    }
}
