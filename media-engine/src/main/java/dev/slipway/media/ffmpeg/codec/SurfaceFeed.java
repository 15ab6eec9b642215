package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/** Brings pictures into the memory and the form that a device's encoder wants. Not thread-safe. */
final class SurfaceFeed implements AutoCloseable {
    private final Surface surface;
    private final @Nullable DeviceFrames device;
    private @Nullable FilterGraph converter;

    /** @throws FfmpegException when the device cannot be opened */
    SurfaceFeed(Surface surface, int width, int height) {
        this.surface = surface;
        String type = surface.deviceType();
        this.device = type == null ? null : new DeviceFrames(type, surface.pixelFormat(), width, height);
    }

    void configure(AVCodecContext context) {
        if (device == null || surface.deviceType() == null) {
            context.pix_fmt(avutil.av_get_pix_fmt(surface.pixelFormat()));
        } else {
            device.attachTo(context, surface.deviceType());
        }
    }

    /** The ready picture is valid only during the call. */
    void feed(Frame picture, Timebase timebase, Consumer<Frame> ready) {
        PictureFormat format = picture.pictureFormat();
        if (format.pixelFormatName().equals(surface.pixelFormat())) {
            upload(picture, ready);
        } else {
            if (converter == null) {
                converter = FilterGraph.forPictures(format, timebase, "format=" + surface.pixelFormat(), 1);
            }
            converter.filter(picture, converted -> upload(converted, ready));
        }
    }

    private void upload(Frame picture, Consumer<Frame> ready) {
        if (device == null) {
            ready.accept(picture);
        } else {
            try (Frame uploaded = device.upload(picture)) {
                ready.accept(uploaded);
            }
        }
    }

    @Override
    public void close() {
        if (converter != null) {
            converter.close();
        }
        if (device != null) {
            device.close();
        }
    }
}
