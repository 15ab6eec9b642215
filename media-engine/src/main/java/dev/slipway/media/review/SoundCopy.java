package dev.slipway.media.review;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.SoundFormat;
import dev.slipway.media.run.SoundPiece;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one channel of 16-bit samples of whatever is decoded, and hands it out a second at a time. Not thread-safe. */
public final class SoundCopy implements AutoCloseable {
    private static final String CHAIN =
            "aresample=" + SoundPiece.SAMPLE_RATE + ",aformat=sample_fmts=s16:channel_layouts=mono";

    private final String path;
    private final Consumer<SoundPiece> listener;
    private final byte[] second = new byte[SoundPiece.MOST_BYTES];
    private int filled;
    private @Nullable SoundFormat format;
    private @Nullable FilterGraph graph;

    /** @param path of the file, which every piece repeats */
    public SoundCopy(String path, Consumer<SoundPiece> listener) {
        this.path = path;
        this.listener = listener;
    }

    public void accept(Frame frame) {
        SoundFormat current = frame.soundFormat();
        if (graph == null || !current.equals(format)) {
            flush();
            format = current;
            graph = FilterGraph.forSound(current, Timebase.MICROSECONDS, CHAIN);
        }
        graph.filter(frame, this::take);
    }

    /** After the last frame: lets out what is still held. */
    public void finish() {
        flush();
        if (filled > 0) {
            listener.accept(new SoundPiece(path, Arrays.copyOf(second, filled)));
            filled = 0;
        }
    }

    private void flush() {
        if (graph != null) {
            graph.filter(null, this::take);
            close();
        }
    }

    private void take(Frame frame) {
        byte[] samples = frame.shortSamples();
        int taken = 0;
        while (taken < samples.length) {
            int length = Math.min(samples.length - taken, second.length - filled);
            System.arraycopy(samples, taken, second, filled, length);
            taken += length;
            filled += length;
            if (filled == second.length) {
                listener.accept(new SoundPiece(path, second.clone()));
                filled = 0;
            }
        }
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
