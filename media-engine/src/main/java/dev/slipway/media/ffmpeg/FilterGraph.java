package dev.slipway.media.ffmpeg;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Owns a chain of filters with at most one entrance and one exit. Not thread-safe. */
public final class FilterGraph implements AutoCloseable {
    private final AVFilterGraph graph;
    private final Frame frame = new Frame();
    private final @Nullable AVFilterContext source;
    private final AVFilterContext sink;

    private FilterGraph(@Nullable Entrance entrance, String chain, String exit, int threads) {
        Natives.load();
        graph = avfilter.avfilter_graph_alloc();
        graph.nb_threads(threads);
        AVFilterInOut outputs = entrance == null ? null : avfilter.avfilter_inout_alloc();
        AVFilterInOut inputs = avfilter.avfilter_inout_alloc();
        try {
            source = entrance == null ? null : create(graph, entrance.filter(), "in", entrance.arguments());
            sink = create(graph, exit, "out", null);
            attach(outputs, "in", source);
            attach(inputs, "out", sink);
            int parsed = avfilter.avfilter_graph_parse_ptr(graph, chain, inputs, outputs, null);
            FfmpegException.check(parsed, "filters " + chain);
            FfmpegException.check(avfilter.avfilter_graph_config(graph, null), "connect filters " + chain);
        } catch (FfmpegException e) {
            close();
            throw e;
        } finally {
            avfilter.avfilter_inout_free(inputs);
            if (outputs != null) {
                avfilter.avfilter_inout_free(outputs);
            }
        }
    }

    /** A chain for pictures of exactly this format, such as {@code scale=640:360,format=yuv420p}. */
    public static FilterGraph forPictures(PictureFormat format, Timebase timebase, String chain, int threads) {
        String entrance = "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:pixel_aspect=%d/%d:colorspace=%d:range=%d"
                .formatted(
                        format.width(),
                        format.height(),
                        format.pixelFormat(),
                        timebase.numerator(),
                        timebase.denominator(),
                        Math.max(format.aspectNumerator(), 0),
                        Math.max(format.aspectDenominator(), 1),
                        format.matrix(),
                        format.range());
        return new FilterGraph(new Entrance("buffer", entrance), chain, "buffersink", threads);
    }

    public static FilterGraph forSound(SoundFormat format, Timebase timebase, String chain) {
        String entrance = "time_base=%d/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s"
                .formatted(
                        timebase.numerator(),
                        timebase.denominator(),
                        format.sampleRate(),
                        format.sampleFormatName(),
                        format.layout());
        return new FilterGraph(new Entrance("abuffer", entrance), chain, "abuffersink", 1);
    }

    /** A chain that makes its own pictures, such as {@code testsrc2=size=640x360:rate=30}. */
    public static FilterGraph pictureSource(String chain) {
        return new FilterGraph(null, chain, "buffersink", 1);
    }

    public static FilterGraph soundSource(String chain) {
        return new FilterGraph(null, chain, "abuffersink", 1);
    }

    private static AVFilterContext create(AVFilterGraph graph, String filter, String name, @Nullable String arguments) {
        AVFilterContext context = new AVFilterContext(null);
        int result = avfilter.avfilter_graph_create_filter(
                context, avfilter.avfilter_get_by_name(filter), name, arguments, null, graph);
        FfmpegException.check(result, "filter " + filter + " " + arguments);
        return context;
    }

    private static void attach(@Nullable AVFilterInOut end, String name, @Nullable AVFilterContext context) {
        if (end != null) {
            try (BytePointer text = new BytePointer(name)) {
                end.name(avutil.av_strdup(text));
            }
            end.filter_ctx(context);
            end.pad_idx(0);
            end.next(null);
        }
    }

    /** The filter that frames are fed through. */
    private record Entrance(String filter, String arguments) {}

    /**
     * Feeds one frame, which stays the caller's, or the end for null; what comes out is valid only during the call. A
     * chain that has all it wants, such as a trim, passes over the rest.
     */
    public void filter(@Nullable Frame input, Consumer<Frame> frames) {
        int flags = avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
        int pushed = avfilter.av_buffersrc_add_frame_flags(source, input == null ? null : input.pointer(), flags);
        if (pushed != avutil.AVERROR_EOF) {
            FfmpegException.check(pushed, "feed a filter");
        }
        boolean more = true;
        while (more) {
            more = pull(frames);
        }
    }

    /** Takes one frame from a chain with its own source; false at its end. */
    public boolean pull(Consumer<Frame> frames) {
        int result = avfilter.av_buffersink_get_frame(sink, frame.pointer());
        if (result == avutil.AVERROR_EOF || Natives.wantsMore(result)) {
            return false;
        }
        FfmpegException.check(result, "run a filter");
        frames.accept(frame);
        frame.clear();
        return true;
    }

    /** The unit of the time stamps that come out. */
    public Timebase timebase() {
        return Timebase.of(avfilter.av_buffersink_get_time_base(sink));
    }

    @Override
    public void close() {
        frame.close();
        avfilter.avfilter_graph_free(graph);
    }
}
