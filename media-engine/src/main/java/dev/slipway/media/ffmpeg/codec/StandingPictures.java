package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/**
 * Lets every picture of a decoder begin as the last one that it gave. Some decoders leave what damage took from a picture
 * as the memory was, and whatever that was used for before depends on how fast others gave it back: so no two runs were
 * alike. One for all decoders, because JavaCPP has room for ten functions of a kind; thread-safe.
 */
final class StandingPictures extends AVCodecContext.Get_buffer2_AVCodecContext_AVFrame_int {
    static final StandingPictures MEMORY = new StandingPictures();
    private static final int GREY = 128;
    private static final int EIGHT_BITS = 8;

    /** By the addresses of decoders. */
    private final transient Map<Long, Frame> lasts = new ConcurrentHashMap<>();

    private StandingPictures() {}

    /** Before the decoder is opened; it is to be left again. */
    void serve(AVCodecContext decoder) {
        decoder.get_buffer2(this);
    }

    void given(AVCodecContext decoder, Frame picture) {
        Frame before = lasts.put(decoder.address(), picture.share());
        if (before != null) {
            before.close();
        }
    }

    void leave(AVCodecContext decoder) {
        Frame last = lasts.remove(decoder.address());
        if (last != null) {
            last.close();
        }
    }

    @Override
    public int call(AVCodecContext decoder, AVFrame picture, int flags) {
        int result = avcodec.avcodec_default_get_buffer2(decoder, picture, flags);
        AVPixFmtDescriptor format = result < 0 ? null : avutil.av_pix_fmt_desc_get(picture.format());
        if (format != null) {
            clear(picture, format);
            Frame last = lasts.get(decoder.address());
            if (last != null) {
                copy(last.pointer(), picture, format);
            }
        }
        return result;
    }

    /** Deeper samples are cleared to 0, since none may be larger than its depth allows. */
    private static void clear(AVFrame picture, AVPixFmtDescriptor format) {
        int value = format.comp(0).depth() > EIGHT_BITS ? 0 : GREY;
        for (int plane = 0; plane < AVFrame.AV_NUM_DATA_POINTERS; plane++) {
            AVBufferRef memory = picture.buf(plane);
            if (memory != null) {
                Pointer.memset(memory.data(), value, memory.size());
            }
        }
    }

    private static void copy(AVFrame from, AVFrame to, AVPixFmtDescriptor format) {
        if (from.format() != to.format() || from.width() > to.width() || from.height() > to.height()) {
            return;
        }
        for (int plane = 0; plane < avutil.av_pix_fmt_count_planes(to.format()); plane++) {
            boolean isChroma = plane == 1 || plane == 2;
            int rows = isChroma ? -(-from.height() >> format.log2_chroma_h()) : from.height();
            avutil.av_image_copy_plane(
                    to.data(plane),
                    to.linesize(plane),
                    from.data(plane),
                    from.linesize(plane),
                    avutil.av_image_get_linesize(from.format(), from.width(), plane),
                    rows);
        }
    }
}
