package dev.slipway.media.encode.source;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes whole pictures of interlaced ones before they are laid on the time line: what follows would repeat or leave out
 * pictures, and weaving needs each with its true neighbours. A picture comes out when the next one has gone in.
 */
public final class Deinterlacer implements AutoCloseable {
    private final String chain;
    private final int threads;
    private final Output output;
    private @Nullable PictureFormat format;
    private @Nullable FilterGraph graph;

    /** Takes a picture, which is valid only during the call. */
    public interface Output {
        void picture(Frame frame, long micros);
    }

    public Deinterlacer(String chain, int threads, Output output) {
        this.chain = chain;
        this.threads = threads;
        this.output = output;
    }

    public void accept(Frame frame, long micros) {
        PictureFormat current = frame.pictureFormat();
        if (graph == null || !current.equals(format)) {
            finish();
            format = current;
            graph = FilterGraph.forPictures(current, Timebase.MICROSECONDS, chain, threads);
        }
        FilterGraph weaver = graph;
        try (Frame timed = frame.share()) {
            timed.setPts(micros);
            weaver.filter(timed, whole -> give(weaver, whole));
        }
    }

    /** Gives what is still inside. */
    public void finish() {
        if (graph != null) {
            FilterGraph weaver = graph;
            weaver.filter(null, whole -> give(weaver, whole));
            close();
        }
    }

    private void give(FilterGraph weaver, Frame whole) {
        output.picture(whole, weaver.timebase().toMicros(whole.pts()));
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
