package dev.slipway.media.preview.proxy;

import dev.slipway.media.ffmpeg.codec.StillFormat;
import dev.slipway.media.ffmpeg.codec.StillPicture;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.Map;

/** One picture in 8-bit 4:2:0 as a JPEG file. */
final class Jpeg {
    /** The encoder's family does not combine closed groups of pictures, which every encoder is asked for, with itself. */
    private static final Map<String, String> OPTIONS =
            Map.of("strict", "unofficial", "qmin", "5", "qmax", "5", "flags", "-cgop");

    private Jpeg() {}

    /** @param picture full range BT.601, as JFIF has it */
    static byte[] of(Frame picture) {
        return StillPicture.encode(picture, "mjpeg", StillFormat.YUV, OPTIONS);
    }
}
