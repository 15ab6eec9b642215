package dev.slipway.media.probe.source;

/**
 * Recognises transport streams whose packets are scrambled, as pay TV records them (ISO/IEC 13818-1, 2.4.3.3): FFmpeg
 * finds no pictures in them and cannot say why.
 */
final class ScrambledStream {
    /** Some thousand packets, far more than the tables at the beginning, which are never scrambled. */
    static final int HEADER_BYTES = 1 << 20;

    private static final byte SYNC = 0x47;
    /** Plain, with a time stamp before each packet (M2TS), with error correction after it. */
    private static final int[] PACKET_BYTES = {188, 192, 204};

    private static final int FEWEST = 16;
    private static final int SCRAMBLING_CONTROL = 0xC0;
    private static final int NULL_PACKETS = 0x1FFF;
    private static final double MOST_CLEAR_SHARE = 0.5;

    private ScrambledStream() {}

    /** @param header the file's first {@link #HEADER_BYTES}, or all there are */
    static boolean isScrambled(byte[] header) {
        for (int size : PACKET_BYTES) {
            for (int start = 0; start < size && start < header.length; start++) {
                if (isInStep(header, start, size)) {
                    return isMostlyScrambled(header, start, size);
                }
            }
        }
        return false;
    }

    private static boolean isInStep(byte[] header, int start, int size) {
        for (int packet = 0; packet < FEWEST; packet++) {
            int at = start + packet * size;
            if (at >= header.length || header[at] != SYNC) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMostlyScrambled(byte[] header, int start, int size) {
        int scrambled = 0;
        int packets = 0;
        for (int at = start; at + 4 <= header.length && header[at] == SYNC; at += size) {
            int track = (header[at + 1] & 0x1F) << 8 | Byte.toUnsignedInt(header[at + 2]);
            if (track != NULL_PACKETS) {
                packets++;
                scrambled += (header[at + 3] & SCRAMBLING_CONTROL) == 0 ? 0 : 1;
            }
        }
        return scrambled > packets * MOST_CLEAR_SHARE;
    }
}
