package dev.slipway.media.still;

import dev.slipway.media.ffmpeg.PictureKind;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.codec.StillFormat;
import dev.slipway.media.ffmpeg.codec.StillPicture;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.Consumer;

/** Pictures as whole lossy WebP files. */
public final class WebP {
    private static final int QUALITY = 82;

    /** What libwebp does unless told otherwise. */
    public static final int USUAL_EFFORT = 4;

    /** WebP knows no other matrix (RFC 9649). */
    private static final String TO_BT601 = "scale=in_color_matrix=bt709:out_color_matrix=bt601,format=yuv420p";

    private WebP() {}

    /** A picture of a film, which is in BT.709. */
    static byte[] encode(Frame picture) {
        return encode(picture, TO_BT601, QUALITY, USUAL_EFFORT);
    }

    /**
     * @param chain of filters to 8-bit 4:2:0 in limited-range BT.601, which keep the size
     * @param quality 0 to 100, of libwebp's scale
     * @param effort 0 to 6: the more, the smaller the file and the longer it takes
     */
    public static byte[] encode(Frame picture, String chain, int quality, int effort) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Map<String, String> options =
                Map.of("quality", Integer.toString(quality), "compression_level", Integer.toString(effort));
        try (FilterGraph filters = FilterGraph.forPictures(picture.pictureFormat(), Timebase.MICROSECONDS, chain, 1)) {
            filters.filter(
                    picture,
                    converted -> file.writeBytes(StillPicture.encode(converted, "libwebp", StillFormat.YUV, options)));
        }
        return file.toByteArray();
    }

    /** @param file a whole file of our own making */
    public static void decode(byte[] file, Consumer<Frame> pictures) {
        try (Decoder decoder = Decoder.ofStills("webp");
                Packet packet = new Packet()) {
            packet.fillPicture(ByteBuffer.wrap(file), 0, PictureKind.KEY);
            decoder.decode(packet, pictures);
            decoder.decode(null, pictures);
        }
    }
}
