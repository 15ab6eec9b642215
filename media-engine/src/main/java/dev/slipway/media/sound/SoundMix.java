package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.Frame;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.plan.AudioOutput;
import dev.slipway.media.plan.Timeline;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the pipeline: makes the film's sound once, in stereo at 48 kHz from the picture's first moment to its
 * last, and gives it to every sound file. It runs unbroken, because sound is quick to make again.
 */
public final class SoundMix {
    private final Supplier<@Nullable Frame> decoded;
    private final Timeline timeline;
    private final List<Consumer<Frame>> files;
    private long written;

    /**
     * @param decoded waits for the next decoded frame, whose time is in microseconds from the film's beginning; null
     *     after the last
     * @param files take frames over
     */
    public SoundMix(Supplier<@Nullable Frame> decoded, Timeline timeline, List<Consumer<Frame>> files) {
        this.decoded = decoded;
        this.timeline = timeline;
        this.files = List.copyOf(files);
    }

    public void run() {
        SampleGrid grid = new SampleGrid(samples(timeline), this::give);
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
    }

    private void give(StereoBlock block) {
        try (Frame frame = Frame.stereo(AudioOutput.SAMPLE_RATE, block.left(), block.right())) {
            frame.setPts(written);
            written += block.samples();
            files.forEach(file -> file.accept(frame.share()));
        }
    }

    /** How many samples a film has. */
    public static long samples(Timeline timeline) {
        long ticks = Math.multiplyExact(timeline.frames(), timeline.rate().denominator());
        return Math.multiplyExact(ticks, AudioOutput.SAMPLE_RATE)
                / timeline.rate().numerator();
    }

    static final Timebase SAMPLES = new Timebase(1, AudioOutput.SAMPLE_RATE);
}
