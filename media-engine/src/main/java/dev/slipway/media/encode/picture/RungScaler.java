package dev.slipway.media.encode.picture;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.plan.output.Size;
import java.util.function.Consumer;
import java.util.function.Function;

/** Brings pictures to a rung's size, as the cascade does. Not thread-safe. */
public final class RungScaler implements AutoCloseable {
    private final PictureFilter filter;

    public RungScaler(Size size, Timebase clock) {
        filter = new PictureFilter(scaleTo(size), clock, 1);
    }

    /** @param scaled gets the picture, which is valid only during the call */
    public void apply(Frame picture, Consumer<Frame> scaled) {
        filter.apply(picture, result -> {
            result.tagBt709();
            scaled.accept(result);
        });
    }

    public static Function<PictureFormat, String> scaleTo(Size size) {
        return format -> format.width() == size.width() && format.height() == size.height()
                ? "null"
                : "scale=%d:%d:flags=bicubic".formatted(size.width(), size.height());
    }

    @Override
    public void close() {
        filter.close();
    }
}
