package dev.slipway.media.ffmpeg.codec;

import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import java.nio.ByteBuffer;
import java.util.Set;
import org.bytedeco.javacpp.BytePointer;

/** Tells key frames after which nothing reaches behind them, where a codec's packets show that; others count as open. */
public final class ClosedKeys {
    /** Their key frames reset all that a decoder remembers. */
    private static final Set<String> RESETTING = Set.of(
            "vp8", "vp9", "ffv1", "mjpeg", "prores", "dnxhd", "huffyuv", "ffvhuff", "utvideo", "rawvideo", "v210");

    /** Places of the length of lengths in avcC and hvcC (ISO/IEC 14496-15), less one in the two lowest bits. */
    private static final int AVCC_LENGTH = 4;

    private static final int HVCC_LENGTH = 21;

    /** Types of units: H.264 table 7-1, H.265 table 7-1. */
    private static final int H264_LAST_PICTURE = 5;

    private static final int H264_IDR = 5;
    private static final int H265_LAST_PICTURE = 31;
    private static final int H265_IDR_WITH_LEADING = 19;
    private static final int H265_IDR = 20;

    private final String codec;
    /** 0 where units begin with start codes. */
    private final int lengthBytes;

    private ClosedKeys(String codec, int lengthBytes) {
        this.codec = codec;
        this.lengthBytes = lengthBytes;
    }

    public static ClosedKeys of(Track track) {
        String codec = track.codecName();
        int place = codec.equals("hevc") ? HVCC_LENGTH : AVCC_LENGTH;
        BytePointer setup = track.parameters().extradata();
        boolean isBoxed = setup != null && track.parameters().extradata_size() > place && setup.get(0) == 1;
        return new ClosedKeys(codec, isBoxed ? (setup.get(place) & 3) + 1 : 0);
    }

    public boolean isClosed(Packet packet) {
        if (!packet.isKey()) {
            return false;
        }
        return switch (codec) {
            case "h264" -> isIdr(packet.payload(), true);
            case "hevc" -> isIdr(packet.payload(), false);
            default -> RESETTING.contains(codec);
        };
    }

    /** By the first unit that belongs to a picture. */
    private boolean isIdr(ByteBuffer payload, boolean h264) {
        int unit = lengthBytes > 0 ? lengthBytes : afterStartCode(payload, 0);
        while (unit >= 0 && unit < payload.limit()) {
            int header = payload.get(unit);
            int type = h264 ? header & 0x1F : header >> 1 & 0x3F;
            if (h264 && type >= 1 && type <= H264_LAST_PICTURE) {
                return type == H264_IDR;
            }
            if (!h264 && type <= H265_LAST_PICTURE) {
                return type == H265_IDR || type == H265_IDR_WITH_LEADING;
            }
            unit = lengthBytes > 0 ? afterLength(payload, unit) : afterStartCode(payload, unit);
        }
        return false;
    }

    /** @return where the next unit begins, or -1 */
    private int afterLength(ByteBuffer payload, int unit) {
        long length = 0;
        for (int place = unit - lengthBytes; place < unit; place++) {
            length = length << 8 | payload.get(place) & 0xFF;
        }
        long next = unit + length + lengthBytes;
        return next < payload.limit() ? (int) next : -1;
    }

    /** @return where the next unit begins, or -1 */
    private static int afterStartCode(ByteBuffer payload, int from) {
        for (int place = from; place + 3 < payload.limit(); place++) {
            if (payload.get(place) == 0 && payload.get(place + 1) == 0 && payload.get(place + 2) == 1) {
                return place + 3;
            }
        }
        return -1;
    }
}
