package dev.slipway.media.pdq;

/**
 * Hashes pictures by what they look like: PDQ, published by Facebook in 2019 ("The TMK+PDQF Video-Hashing Algorithm and the
 * PDQ Image-Hashing Algorithm", with a reference implementation in facebook/ThreatExchange). Coding, scaling, brightness
 * and some noise change few bits; mirroring, turning and cropping change many.
 *
 * <p>The reference first scales large pictures down to 512 × 512, by whatever its library does. This does not: the result
 * differs by a few bits at most, as between any two decoders.
 */
public final class PdqHasher {
    /** Below it there is nothing to see: such pictures have quality 0. */
    private static final int LEAST_SIDE = 5;

    private static final int BLACK = 16;
    private static final int WHITE = 235;
    private static final float FULL = 255;

    private PdqHasher() {}

    /** Which levels stand for black and white. */
    public enum Range {
        /** 16 to 235, as nearly all video is. */
        LIMITED,
        /** 0 to 255. */
        FULL
    }

    /** @param luma one byte for each pixel (Y of BT.601 or BT.709), row after row */
    public static Pdq hash(byte[] luma, int width, int height, Range range) {
        if (luma.length != Math.multiplyExact(width, height)) {
            throw new IllegalArgumentException("%d bytes are no %d x %d".formatted(luma.length, width, height));
        }
        if (width < LEAST_SIDE || height < LEAST_SIDE) {
            return new Pdq(new PdqHash(0, 0, 0, 0), 0);
        }
        float[] levels = new float[luma.length];
        for (int i = 0; i < luma.length; i++) {
            levels[i] = level(Byte.toUnsignedInt(luma[i]), range);
        }
        SmallLuma small = SmallLuma.of(levels, width, height);
        return new Pdq(Frequencies.of(small).hash(), small.quality());
    }

    private static float level(int coded, Range range) {
        return switch (range) {
            case FULL -> coded;
            case LIMITED -> Math.clamp((coded - BLACK) * FULL / (WHITE - BLACK), 0, FULL);
        };
    }
}
