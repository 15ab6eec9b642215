package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.frame.Frame;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVHWFramesContext;
import org.bytedeco.ffmpeg.global.avutil;

/** Owns an open device and a pool of pictures in its memory. Not thread-safe. */
final class DeviceFrames implements AutoCloseable {
    /** What an encoder may hold on to, beyond the picture that is being filled. */
    private static final int POOL = 20;

    private final AVBufferRef device = new AVBufferRef(null);
    private final AVBufferRef pool;

    /** @throws FfmpegException when there is no such device or it has no room */
    DeviceFrames(String type, String pixelFormat, int width, int height) {
        int kind = avutil.av_hwdevice_find_type_by_name(type);
        if (kind == avutil.AV_HWDEVICE_TYPE_NONE) {
            throw new FfmpegException("this build knows no devices of the kind " + type);
        }
        int created = avutil.av_hwdevice_ctx_create(device, kind, (String) null, (AVDictionary) null, 0);
        FfmpegException.check(created, "open a " + type + " device");
        pool = avutil.av_hwframe_ctx_alloc(device);
        try (AVHWFramesContext frames = new AVHWFramesContext(pool.data())) {
            frames.format(avutil.av_get_pix_fmt(type));
            frames.sw_format(avutil.av_get_pix_fmt(pixelFormat));
            frames.width(width).height(height).initial_pool_size(POOL);
            FfmpegException.check(
                    avutil.av_hwframe_ctx_init(pool), "take pictures in the " + type + " device's memory");
        } catch (FfmpegException e) {
            close();
            throw e;
        }
    }

    /** Makes the encoder take its pictures from this pool. */
    void attachTo(AVCodecContext context, String type) {
        context.pix_fmt(avutil.av_get_pix_fmt(type));
        context.hw_frames_ctx(avutil.av_buffer_ref(pool));
    }

    /** Copies a picture and what is said of it to the device; the copy is the caller's. */
    Frame upload(Frame picture) {
        Frame copy = new Frame();
        AVFrame target = copy.pointer();
        try {
            FfmpegException.check(avutil.av_hwframe_get_buffer(pool, target, 0), "take a picture on the device");
            FfmpegException.check(
                    avutil.av_hwframe_transfer_data(target, picture.pointer(), 0), "copy a picture to the device");
            FfmpegException.check(avutil.av_frame_copy_props(target, picture.pointer()), "describe a picture");
            return copy;
        } catch (FfmpegException e) {
            copy.close();
            throw e;
        }
    }

    @Override
    public void close() {
        avutil.av_buffer_unref(pool);
        avutil.av_buffer_unref(device);
    }
}
