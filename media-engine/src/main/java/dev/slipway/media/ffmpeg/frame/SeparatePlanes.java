package dev.slipway.media.ffmpeg.frame;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Timebase;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/**
 * Devices keep both colour planes in one, software decoders apart. This moves the values and changes none, so that what
 * follows cannot tell who decoded. Not thread-safe.
 */
public final class SeparatePlanes implements AutoCloseable {
    private static final Map<Integer, String> TWINS = Map.of(
            avutil.AV_PIX_FMT_NV12, "yuv420p",
            avutil.AV_PIX_FMT_P010LE, "yuv420p10le");

    private static final Timebase TICKS = Timebase.MICROSECONDS;

    private @Nullable FilterGraph graph;
    private @Nullable PictureFormat built;

    /** @throws FfmpegException for a layout that no twin is known of */
    public void separate(Frame picture, Consumer<Frame> frames) {
        PictureFormat format = picture.pictureFormat();
        if (graph == null || !format.equals(built)) {
            close();
            graph = FilterGraph.forPictures(format, TICKS, "format=" + twin(format), 1);
            built = format;
        }
        graph.filter(picture, frames);
    }

    private static String twin(PictureFormat format) {
        String twin = TWINS.get(format.pixelFormat());
        if (twin == null) {
            throw new FfmpegException("the device gives pictures as " + format.pixelFormatName()
                    + ", which cannot be taken over unchanged");
        }
        return twin;
    }

    @Override
    public void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
    }
}
