package dev.slipway.media.pdq;

/**
 * Hashes pictures by what they look like: PDQ, published by Facebook in 2019 ("The TMK+PDQF Video-Hashing Algorithm and the
 * PDQ Image-Hashing Algorithm", with a reference implementation in facebook/ThreatExchange). Coding, scaling, brightness
 * and some noise change few bits; mirroring, turning and cropping change many.
 *
 * <p>The reference's program first scales large pictures down to 512 × 512, by whatever its library does. Here blocks of
 * them are averaged to about that, which is within a few bits of it, as between any two decoders, and bounds the memory.
 */
public final class PdqHasher {
    /** Below it there is nothing to see: such pictures have quality 0. */
    private static final int LEAST_SIDE = 5;

    /** The shorter side of a picture stays above it when the picture is made smaller. */
    private static final int AMPLE_SIDE = 512;

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
        int block = Math.max(1, Math.min(width, height) / AMPLE_SIDE);
        float[] levels = levels(luma, width, height, block, range);
        SmallLuma small = SmallLuma.of(levels, width / block, height / block);
        return new Pdq(Frequencies.of(small).hash(), small.quality());
    }

    /** Averages of blocks; what is left at the right and the bottom is less than a block. */
    private static float[] levels(byte[] luma, int width, int height, int block, Range range) {
        int columns = width / block;
        int rows = height / block;
        float[] levels = new float[columns * rows];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int sum = 0;
                for (int i = 0; i < block * block; i++) {
                    int at = (y * block + i / block) * width + x * block + i % block;
                    sum += Byte.toUnsignedInt(luma[at]);
                }
                levels[y * columns + x] = level((float) sum / (block * block), range);
            }
        }
        return levels;
    }

    private static float level(float coded, Range range) {
        return switch (range) {
            case FULL -> coded;
            case LIMITED -> Math.clamp((coded - BLACK) * FULL / (WHITE - BLACK), 0, FULL);
        };
    }
}
