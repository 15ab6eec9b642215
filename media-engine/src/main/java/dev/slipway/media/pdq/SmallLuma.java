package dev.slipway.media.pdq;

/**
 * The first half of PDQ: a picture's luma brought to {@value #SIDE} × {@value #SIDE}. Two box filters each way make a tent
 * (W. Jarosz, "Fast Image Convolutions", 2001), each about half as wide as what one small pixel stands for; then the
 * middles are picked. All in single precision and in one fixed order, so that the same pixels give the same bits.
 */
final class SmallLuma {
    static final int SIDE = 64;

    private static final int PASSES = 2;
    private static final int LEVELS = 255;

    /** Only steps of at least so many percent count as something to see. */
    private static final int PERCENT = 100;

    private static final int GRADIENTS_FOR_ONE = 90;
    private static final int BEST = 100;

    private final float[] pixels;

    private SmallLuma(float[] pixels) {
        this.pixels = pixels;
    }

    /** @param luma rows of levels from 0 to 255; overwritten */
    static SmallLuma of(float[] luma, int width, int height) {
        if (width == SIDE && height == SIDE) {
            return new SmallLuma(luma);
        }
        float[] other = new float[luma.length];
        for (int pass = 0; pass < PASSES; pass++) {
            for (int y = 0; y < height; y++) {
                box(luma, other, y * width, 1, width, window(width));
            }
            for (int x = 0; x < width; x++) {
                box(other, luma, x, width, height, window(height));
            }
        }
        return new SmallLuma(middles(luma, width, height));
    }

    /** Rounded up, so that no pixel is left out. */
    private static int window(int size) {
        return Math.ceilDiv(size, PASSES * SIDE);
    }

    /** Averages around each value of one row or column; near its ends of fewer values. */
    private static void box(float[] in, float[] out, int start, int stride, int length, int window) {
        int after = window / 2;
        int before = window - 1 - after;
        float sum = 0;
        int inside = 0;
        for (int i = -after; i < length; i++) {
            if (i + after < length) {
                sum += in[start + (i + after) * stride];
                inside++;
            }
            if (i > before) {
                sum -= in[start + (i - before - 1) * stride];
                inside--;
            }
            if (i >= 0) {
                out[start + i * stride] = sum / inside;
            }
        }
    }

    private static float[] middles(float[] luma, int width, int height) {
        float[] small = new float[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            int row = (int) ((y + 0.5) * height / SIDE) * width;
            for (int x = 0; x < SIDE; x++) {
                small[y * SIDE + x] = luma[row + (int) ((x + 0.5) * width / SIDE)];
            }
        }
        return small;
    }

    float at(int y, int x) {
        return pixels[y * SIDE + x];
    }

    /** From the steps between neighbours, whole percents of full contrast each; 100 is the most. */
    int quality() {
        int gradients = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                gradients += y + 1 < SIDE ? step(at(y, x), at(y + 1, x)) : 0;
                gradients += x + 1 < SIDE ? step(at(y, x), at(y, x + 1)) : 0;
            }
        }
        return Math.min(BEST, gradients / GRADIENTS_FOR_ONE);
    }

    private static int step(float one, float next) {
        return Math.abs((int) ((one - next) * PERCENT / LEVELS));
    }
}
