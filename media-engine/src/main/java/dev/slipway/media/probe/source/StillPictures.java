package dev.slipway.media.probe.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Recognises picture files by their first bytes, whatever they are called. */
final class StillPictures {
    /** Enough for every signature below. */
    static final int HEADER_BYTES = 16;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private StillPictures() {}

    static boolean isPicture(byte[] header) {
        return startsWith(header, PNG)
                || startsWith(header, JPEG)
                || ascii(header, 0, "BM") && zero(header, 6, 4)
                || ascii(header, 0, "RIFF") && ascii(header, 8, "WEBP")
                || ascii(header, 0, "II*\0")
                || ascii(header, 0, "MM\0*")
                || ascii(header, 4, "ftypavif")
                || ascii(header, 4, "ftypheic")
                || ascii(header, 4, "ftypmif1");
    }

    private static boolean startsWith(byte[] header, byte[] signature) {
        return header.length >= signature.length
                && Arrays.equals(header, 0, signature.length, signature, 0, signature.length);
    }

    private static boolean ascii(byte[] header, int offset, String text) {
        byte[] signature = text.getBytes(StandardCharsets.US_ASCII);
        return header.length >= offset + signature.length
                && Arrays.equals(header, offset, offset + signature.length, signature, 0, signature.length);
    }

    private static boolean zero(byte[] header, int offset, int length) {
        return header.length >= offset + length
                && Arrays.equals(header, offset, offset + length, new byte[length], 0, length);
    }
}
