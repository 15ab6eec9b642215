package dev.slipway.media.preview.proxy;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** One picture in 8-bit 4:2:0 as a JPEG file. */
final class Jpeg {
    /** The encoder's family does not combine closed groups of pictures, which every encoder is asked for, with itself. */
    private static final Map<String, String> OPTIONS =
            Map.of("strict", "unofficial", "qmin", "5", "qmax", "5", "flags", "-cgop");

    private Jpeg() {}

    /** @param picture full range BT.601, as JFIF has it */
    static byte[] of(Frame picture) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Encoder encoder = Encoder.forStill("mjpeg", picture.width(), picture.height(), OPTIONS)) {
            picture.requestKind(PictureKind.DEPENDENT);
            encoder.encode(picture, packet -> append(packet.payload(), file));
            encoder.encode(null, packet -> append(packet.payload(), file));
        }
        return file.toByteArray();
    }

    private static void append(ByteBuffer payload, ByteArrayOutputStream file) {
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        file.writeBytes(bytes);
    }
}
