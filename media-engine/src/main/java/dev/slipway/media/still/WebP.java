package dev.slipway.media.still;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;

/** Encodes a picture as a whole lossy WebP file. */
public final class WebP {
    private static final int QUALITY = 82;

    /** WebP knows no other matrix (RFC 9649). */
    private static final String TO_BT601 = "scale=in_color_matrix=bt709:out_color_matrix=bt601,format=yuv420p";

    private WebP() {}

    /** A picture of a film, which is in BT.709. */
    static byte[] encode(Frame picture) {
        return encode(picture, TO_BT601, QUALITY);
    }

    /**
     * @param chain of filters to 8-bit 4:2:0 in limited-range BT.601, which keep the size
     * @param quality 0 to 100, of libwebp's scale
     */
    public static byte[] encode(Frame picture, String chain, int quality) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Map<String, String> options = Map.of("quality", Integer.toString(quality));
        try (Encoder encoder = Encoder.forStill("libwebp", picture.width(), picture.height(), options);
                FilterGraph filters =
                        FilterGraph.forPictures(picture.pictureFormat(), Timebase.MICROSECONDS, chain, 1)) {
            filters.filter(picture, converted -> {
                converted.requestKind(PictureKind.DEPENDENT);
                encoder.encode(converted, packet -> append(packet, file));
            });
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
