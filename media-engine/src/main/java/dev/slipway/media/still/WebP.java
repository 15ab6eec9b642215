package dev.slipway.media.still;

import dev.slipway.media.ffmpeg.Encoder;
import dev.slipway.media.ffmpeg.Frame;
import dev.slipway.media.ffmpeg.Packet;
import dev.slipway.media.ffmpeg.PictureKind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** Encodes a picture as a whole lossy WebP file. */
final class WebP {
    private static final String QUALITY = "82";

    private WebP() {}

    static byte[] encode(Frame picture) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Encoder encoder =
                        Encoder.forStill("libwebp", picture.width(), picture.height(), Map.of("quality", QUALITY));
                Frame alone = picture.share()) {
            alone.setPts(0);
            alone.requestKind(PictureKind.DEPENDENT);
            encoder.encode(alone, packet -> append(packet, file));
            encoder.encode(null, packet -> append(packet, file));
        }
        if (file.size() == 0) {
            throw new IllegalStateException("the WebP encoder gave nothing");
        }
        return file.toByteArray();
    }

    private static void append(Packet packet, ByteArrayOutputStream file) {
        ByteBuffer payload = packet.payload();
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        file.writeBytes(bytes);
    }
}
