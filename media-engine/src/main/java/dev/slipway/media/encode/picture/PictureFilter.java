package dev.slipway.media.encode.picture;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs pictures through a chain of filters that is built anew whenever their format changes in mid-stream, so that what
 * comes out always has one size and one format. The chain must give one picture for each.
 */
public final class PictureFilter implements AutoCloseable {
    private final Function<PictureFormat, String> chains;
    private final Timebase timebase;
    private final int threads;
    private @Nullable PictureFormat format;
    private @Nullable FilterGraph graph;

    public PictureFilter(Function<PictureFormat, String> chains, Timebase timebase, int threads) {
        this.chains = chains;
        this.timebase = timebase;
        this.threads = threads;
    }

    public void apply(Frame frame, Consumer<Frame> filtered) {
        PictureFormat current = frame.pictureFormat();
        if (graph == null || !current.equals(format)) {
            close();
            format = current;
            graph = FilterGraph.forPictures(current, timebase, chains.apply(current), threads);
        }
        graph.filter(frame, filtered);
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
