package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.output.AudioOutput;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Lays stereo sound on the film's own samples, each exactly at its time: silence before it, in holes and after it; what
 * comes before 0, after the end or a second time is left out. Not thread-safe.
 */
public final class SampleGrid {
    private static final int SILENT_BLOCK = AudioOutput.SAMPLE_RATE / 10;

    private final long total;
    private final Consumer<StereoBlock> output;
    private long next;

    /** @param total samples of the whole film */
    SampleGrid(long total, Consumer<StereoBlock> output) {
        this(0, total, output);
    }

    /**
     * @param first sample that is wanted
     * @param total samples of the whole film
     */
    public SampleGrid(long first, long total, Consumer<StereoBlock> output) {
        this.next = first;
        this.total = total;
        this.output = output;
    }

    /** @param frame stereo floats; its time is a number of samples */
    public void place(Frame frame) {
        long start = frame.pts();
        fillUntil(start);
        int from = Math.toIntExact(Math.clamp(next - start, 0, frame.samples()));
        int until = Math.toIntExact(Math.clamp(total - start, from, frame.samples()));
        if (until > from) {
            float[] left = Arrays.copyOfRange(frame.channel(0), from, until);
            float[] right = Arrays.copyOfRange(frame.channel(1), from, until);
            emit(new StereoBlock(left, right));
        }
    }

    public void finish() {
        fillUntil(total);
    }

    private void fillUntil(long sample) {
        long end = Math.min(sample, total);
        while (next < end) {
            int count = Math.toIntExact(Math.min(SILENT_BLOCK, end - next));
            emit(new StereoBlock(new float[count], new float[count]));
        }
    }

    private void emit(StereoBlock block) {
        next += block.samples();
        output.accept(block);
    }
}
