package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** One picture as a whole file of its own: for kinds whose file is what the encoder gives. */
public final class StillPicture {
    private StillPicture() {}

    /**
     * @param codec FFmpeg's name for the encoder, such as {@code libwebp}
     * @param picture in the pixel format that {@code format} says
     * @param options the encoder's own, such as libwebp's {@code quality}
     */
    public static byte[] encode(Frame picture, String codec, StillFormat format, Map<String, String> options) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Encoder encoder = Encoder.forStill(codec, format, picture.width(), picture.height(), options)) {
            picture.requestKind(PictureKind.DEPENDENT);
            encoder.encode(picture, packet -> append(packet, file));
            encoder.encode(null, packet -> append(packet, file));
        }
        if (file.size() == 0) {
            throw new IllegalStateException(codec + " gave nothing");
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
