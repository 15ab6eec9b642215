package dev.slipway.media.ffmpeg.frame;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Natives;
import dev.slipway.media.ffmpeg.Timebase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.global.avfilter;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** Owns a chain of filters with at most two entrances and one exit. Not thread-safe. */
public final class FilterGraph implements AutoCloseable {
    private final AVFilterGraph graph;
    private final Frame frame = new Frame();
    private final List<AVFilterContext> sources = new ArrayList<>();
    private final AVFilterContext sink;

    private FilterGraph(List<Entrance> entrances, String chain, String exit, int threads) {
        Natives.load();
        graph = avfilter.avfilter_graph_alloc();
        graph.nb_threads(threads);
        AVFilterInOut outputs = null;
        AVFilterInOut inputs = avfilter.avfilter_inout_alloc();
        try {
            for (Entrance entrance : entrances) {
                AVFilterContext source = create(graph, entrance.filter(), entrance.name(), entrance.arguments());
                sources.add(source);
                outputs = attached(entrance.name(), source, outputs);
            }
            sink = create(graph, exit, "out", null);
            attach(inputs, "out", sink, null);
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
        Entrance entrance = new Entrance("buffer", "in", arguments(format, timebase));
        return new FilterGraph(List.of(entrance), chain, "buffersink", threads);
    }

    /**
     * Filters that look at two pictures at a time, both of this format, one tick of the clock apart. The chain names its
     * ends {@code [in]}, {@code [in2]} and {@code [out]}.
     */
    public static FilterGraph forPairs(PictureFormat format, Timebase timebase, String chain) {
        String arguments = arguments(format, timebase)
                + ":frame_rate=%d/%d".formatted(timebase.denominator(), timebase.numerator());
        List<Entrance> entrances =
                List.of(new Entrance("buffer", "in", arguments), new Entrance("buffer", "in2", arguments));
        return new FilterGraph(entrances, chain, "buffersink", 1);
    }

    private static String arguments(PictureFormat format, Timebase timebase) {
        return "video_size=%dx%d:pix_fmt=%d:time_base=%d/%d:pixel_aspect=%d/%d:colorspace=%d:range=%d"
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
    }

    public static FilterGraph forSound(SoundFormat format, Timebase timebase, String chain) {
        String entrance = "time_base=%d/%d:sample_rate=%d:sample_fmt=%s:channel_layout=%s"
                .formatted(
                        timebase.numerator(),
                        timebase.denominator(),
                        format.sampleRate(),
                        format.sampleFormatName(),
                        format.layout());
        return new FilterGraph(List.of(new Entrance("abuffer", "in", entrance)), chain, "abuffersink", 1);
    }

    /** A chain that makes its own pictures, such as {@code testsrc2=size=640x360:rate=30}. */
    public static FilterGraph pictureSource(String chain) {
        return new FilterGraph(List.of(), chain, "buffersink", 1);
    }

    public static FilterGraph soundSource(String chain) {
        return new FilterGraph(List.of(), chain, "abuffersink", 1);
    }

    private static AVFilterContext create(AVFilterGraph graph, String filter, String name, @Nullable String arguments) {
        AVFilterContext context = new AVFilterContext(null);
        int result = avfilter.avfilter_graph_create_filter(
                context, avfilter.avfilter_get_by_name(filter), name, arguments, null, graph);
        FfmpegException.check(result, "filter " + filter + " " + arguments);
        return context;
    }

    private static AVFilterInOut attached(String name, AVFilterContext context, @Nullable AVFilterInOut next) {
        AVFilterInOut end = avfilter.avfilter_inout_alloc();
        attach(end, name, context, next);
        return end;
    }

    private static void attach(AVFilterInOut end, String name, AVFilterContext context, @Nullable AVFilterInOut next) {
        try (BytePointer text = new BytePointer(name)) {
            end.name(avutil.av_strdup(text));
        }
        end.filter_ctx(context);
        end.pad_idx(0);
        end.next(next);
    }

    /** A filter that frames are fed through. */
    private record Entrance(String filter, String name, String arguments) {}

    /**
     * Feeds one frame, which stays the caller's, or the end for null; what comes out is valid only during the call. A
     * chain that has all it wants, such as a trim, passes over the rest.
     */
    public void filter(@Nullable Frame input, Consumer<Frame> frames) {
        feed(sources.getFirst(), input);
        pullAll(frames);
    }

    /** Feeds two frames with equal time stamps, which stay the caller's; what comes out is valid only in the call. */
    public void filterPair(Frame first, Frame second, Consumer<Frame> frames) {
        feed(sources.getFirst(), first);
        feed(sources.getLast(), second);
        pullAll(frames);
    }

    private static void feed(AVFilterContext source, @Nullable Frame input) {
        int flags = avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
        int pushed = avfilter.av_buffersrc_add_frame_flags(source, input == null ? null : input.pointer(), flags);
        if (pushed != avutil.AVERROR_EOF) {
            FfmpegException.check(pushed, "feed a filter");
        }
    }

    private void pullAll(Consumer<Frame> frames) {
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
