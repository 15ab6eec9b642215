package dev.slipway.media.avatar;

import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.ProfileRules;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The chunks of a WebP file (RFC 9649, section 2), read before anything of it is decoded: a decoder would take the memory
 * that a header asks for.
 */
final class WebPLayout {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int ANIMATION = 1 << 1;
    private static final int SIDE_BITS = 0x3fff;
    /** Begins a lossy picture's size (RFC 6386, section 9.1). */
    private static final int LOSSY_START = 0x2a019d;

    private static final int LOSSLESS_START = 0x2f;

    private final ByteBuffer file;
    private int pictures;

    private WebPLayout(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws MediaException unless the file holds one picture of an avatar's size that does not move */
    static void check(byte[] file) {
        new WebPLayout(file).check();
    }

    private void check() {
        int length = file.limit();
        if (length < RIFF_HEADER
                || !name(0).equals("RIFF")
                || !name(8).equals("WEBP")
                || Integer.toUnsignedLong(file.getInt(4)) != length - CHUNK_HEADER) {
            throw noWebP();
        }
        int at = RIFF_HEADER;
        while (at < length) {
            at = afterChunk(at);
        }
        if (pictures != 1) {
            throw noWebP();
        }
    }

    private int afterChunk(int at) {
        int left = file.limit() - at - CHUNK_HEADER;
        long size = left < 0 ? Long.MAX_VALUE : Integer.toUnsignedLong(file.getInt(at + 4));
        if (size > left) {
            throw noWebP();
        }
        checkChunk(name(at), file.slice(at + CHUNK_HEADER, (int) size).order(ByteOrder.LITTLE_ENDIAN));
        return (int) Math.min(file.limit(), at + CHUNK_HEADER + size + (size & 1));
    }

    /** What is no picture is metadata, or a part of one: transparency, a colour profile. */
    private void checkChunk(String name, ByteBuffer content) {
        switch (name) {
            case "VP8 " -> checkLossy(content);
            case "VP8L" -> checkLossless(content);
            case "VP8X" -> checkCanvas(content);
            case "ANIM", "ANMF" -> throw moving();
            default -> {}
        }
    }

    private void checkLossy(ByteBuffer content) {
        if (content.limit() < 10 || threeBytes(content, 3) != LOSSY_START) {
            throw noWebP();
        }
        checkSize(content.getShort(6) & SIDE_BITS, content.getShort(8) & SIDE_BITS);
        pictures++;
    }

    private void checkLossless(ByteBuffer content) {
        if (content.limit() < 5 || content.get(0) != LOSSLESS_START) {
            throw noWebP();
        }
        int sides = content.getInt(1);
        checkSize((sides & SIDE_BITS) + 1, (sides >> 14 & SIDE_BITS) + 1);
        pictures++;
    }

    private static void checkCanvas(ByteBuffer content) {
        if (content.limit() < 10) {
            throw noWebP();
        }
        if ((content.get(0) & ANIMATION) != 0) {
            throw moving();
        }
        checkSize(threeBytes(content, 4) + 1, threeBytes(content, 7) + 1);
    }

    private static void checkSize(int width, int height) {
        if (width != ProfileRules.AVATAR_SIDE || height != ProfileRules.AVATAR_SIDE) {
            throw new MediaException(
                    ProblemCode.MEDIA_DIFFERS,
                    "The author's picture has %d × %d pixels, and an author's picture here has %d × %d. Publish with one of that size, or with none."
                            .formatted(width, height, ProfileRules.AVATAR_SIDE, ProfileRules.AVATAR_SIDE));
        }
    }

    private static int threeBytes(ByteBuffer content, int at) {
        return content.getShort(at) & 0xffff | (content.get(at + 2) & 0xff) << 16;
    }

    private String name(int at) {
        byte[] letters = new byte[4];
        file.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private static MediaException noWebP() {
        return new MediaException(
                ProblemCode.CONTAINER_REFUSED,
                "The author's picture is not a whole WebP file with one picture in it. Publish with another one, or"
                        + " with none.");
    }

    private static MediaException moving() {
        return new MediaException(
                ProblemCode.CONTAINER_REFUSED,
                "The author's picture moves, and an author's picture here stands still. Publish with another one, or"
                        + " with none.");
    }
}
