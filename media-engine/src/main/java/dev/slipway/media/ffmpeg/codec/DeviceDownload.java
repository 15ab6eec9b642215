package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.SeparatePlanes;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecHWConfig;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Owns an open device that decodes, and brings its pictures to ordinary memory. Pictures leave the device before they
 * are queued, so it needs room for few more of them than the decoder holds. Not thread-safe.
 */
final class DeviceDownload implements AutoCloseable {
    /** The picture being copied, and one to spare. */
    private static final int EXTRA_PICTURES = 2;

    private final AVBufferRef device = new AVBufferRef(null);
    private final Frame memory = new Frame();
    private final SeparatePlanes planes = new SeparatePlanes();

    /** @throws FfmpegException when there is no such device */
    DeviceDownload(String type) {
        int created = avutil.av_hwdevice_ctx_create(device, kind(type), (String) null, (AVDictionary) null, 0);
        if (created < 0) {
            close();
            throw new FfmpegException("open a " + type + " device", created);
        }
    }

    private static int kind(String type) {
        int kind = avutil.av_hwdevice_find_type_by_name(type);
        if (kind == avutil.AV_HWDEVICE_TYPE_NONE) {
            throw new FfmpegException("this build knows no devices of the kind " + type);
        }
        return kind;
    }

    /** The decoder for a codec that can use this kind of device: for AV1 it is another one than software's. */
    static AVCodec codec(int id, String type) {
        int kind = kind(type);
        try (PointerPointer<Pointer> place = new PointerPointer<>(1)) {
            place.put(0, (Pointer) null);
            AVCodec codec = avcodec.av_codec_iterate(place);
            while (codec != null) {
                if (codec.id() == id && avcodec.av_codec_is_decoder(codec) != 0 && supports(codec, kind)) {
                    return codec;
                }
                codec = avcodec.av_codec_iterate(place);
            }
        }
        throw new FfmpegException(
                "this build decodes no " + avcodec.avcodec_get_name(id).getString() + " on " + type);
    }

    private static boolean supports(AVCodec codec, int kind) {
        int index = 0;
        AVCodecHWConfig config = avcodec.avcodec_get_hw_config(codec, index);
        while (config != null) {
            boolean byDevice = (config.methods() & avcodec.AV_CODEC_HW_CONFIG_METHOD_HW_DEVICE_CTX) != 0;
            if (byDevice && config.device_type() == kind) {
                return true;
            }
            index++;
            config = avcodec.avcodec_get_hw_config(codec, index);
        }
        return false;
    }

    /** With a device at hand FFmpeg chooses the device's format wherever it can decode the stream. */
    void attachTo(AVCodecContext context) {
        context.hw_device_ctx(avutil.av_buffer_ref(device));
        context.extra_hw_frames(EXTRA_PICTURES);
    }

    /** @throws FfmpegException also for a picture that did not come from the device */
    void toMemory(Frame picture, Consumer<Frame> frames) {
        if (picture.pointer().hw_frames_ctx() == null) {
            throw new FfmpegException("the device does not decode this kind of picture");
        }
        if (picture.pointer().crop_left() != 0 || picture.pointer().crop_top() != 0) {
            throw new FfmpegException("the device does not cut off the left and upper edge as the film asks for");
        }
        try {
            FfmpegException.check(
                    avutil.av_hwframe_transfer_data(memory.pointer(), picture.pointer(), 0), "fetch a picture");
            FfmpegException.check(
                    avutil.av_frame_copy_props(memory.pointer(), picture.pointer()), "describe a picture");
            planes.separate(memory, frames);
        } finally {
            memory.clear();
        }
    }

    @Override
    public void close() {
        planes.close();
        memory.close();
        avutil.av_buffer_unref(device);
    }
}
