package dev.slipway.media.ffmpeg.container;

import java.util.function.Supplier;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Learns the format of pictures that begin long after the sound. FFmpeg looks for the tracks in the first seconds of a
 * file, and many codecs tell their pixels only in their packets; with the other tracks passed over, those seconds are the
 * picture's own.
 */
final class LatePicture {
    private LatePicture() {}

    /**
     * @param found its tracks have been looked for
     * @param again opens the same file once more, with its tracks still to be looked for
     */
    static void complete(AVFormatContext found, Supplier<AVFormatContext> again) {
        for (int index = 0; index < found.nb_streams(); index++) {
            if (isUnknown(found.streams(index))) {
                AVFormatContext look = again.get();
                try {
                    complete(found, look, index);
                } finally {
                    avformat.avformat_close_input(look);
                }
                return; // the first film is the one that counts
            }
        }
    }

    private static boolean isUnknown(AVStream stream) {
        AVCodecParameters coded = stream.codecpar();
        return coded.codec_type() == avutil.AVMEDIA_TYPE_VIDEO
                && (stream.disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) == 0
                && (coded.format() < 0 || coded.width() <= 0 || coded.height() <= 0)
                && avcodec.avcodec_find_decoder(coded.codec_id()) != null;
    }

    private static void complete(AVFormatContext found, AVFormatContext look, int index) {
        for (int other = 0; other < look.nb_streams(); other++) {
            look.streams(other).discard(other == index ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
        boolean looked = avformat.avformat_find_stream_info(look, (AVDictionary) null) >= 0;
        if (looked && index < look.nb_streams() && isSame(found.streams(index), look.streams(index))) {
            take(look.streams(index), found.streams(index));
        }
    }

    private static boolean isSame(AVStream found, AVStream looked) {
        return found.codecpar().codec_id() == looked.codecpar().codec_id() && !isUnknown(looked);
    }

    private static void take(AVStream looked, AVStream found) {
        // Failing for want of memory, it leaves the format unknown, which is refused as it was before.
        if (avcodec.avcodec_parameters_copy(found.codecpar(), looked.codecpar()) >= 0) {
            found.avg_frame_rate(looked.avg_frame_rate());
            found.r_frame_rate(looked.r_frame_rate());
            found.sample_aspect_ratio(looked.sample_aspect_ratio());
        }
    }
}
