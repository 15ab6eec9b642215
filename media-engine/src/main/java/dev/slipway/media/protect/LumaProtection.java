package dev.slipway.media.protect;

import dev.slipway.model.manifest.Protection;

/**
 * Adds the noise to the luma of pictures: {@code d = clamp(round(strength · J · n), ±round(epsilon · 219))}, where
 * {@code |n| ≤ 1} is the noise and {@code J} the just-noticeable difference. No change leads out of 16 to 235; pixels that
 * lay outside before, as cameras' overshoots do, keep the bound and are not clipped. Pictures come in order; used by one thread.
 */
public final class LumaProtection {
    private static final int LUMA_STEPS = 219;
    private static final int BLACK = 16;
    private static final int WHITE = 235;
    /** The product of noise and threshold has so many bits behind the point. */
    private static final int FRACTION_BITS = NoiseField.UNIT_BITS + JndMask.UNIT_BITS;

    private static final int HALF = 1 << (FRACTION_BITS - 1);

    private final int width;
    private final int height;
    private final int bound;
    private final NoiseSequence noise;
    private final JndMask mask;
    private final int[] noiseRow;
    private final int[] maskRow;
    private final int[] changes;
    private final int[] pixels;
    private int largest;

    /** @param rate pictures a second */
    public LumaProtection(Protection settings, ProtectionSeed seed, int width, int height, double rate) {
        this.width = width;
        this.height = height;
        this.bound = bound(settings);
        this.noise = new NoiseSequence(seed.key("picture"), settings.everyNFrames(), width, height);
        this.mask = new JndMask(width, height, rate, settings.strength());
        this.noiseRow = new int[width];
        this.maskRow = new int[width];
        this.changes = new int[width];
        this.pixels = new int[width];
    }

    /** The largest change that the settings allow, in steps of limited-range luma. */
    public static int bound(Protection settings) {
        return (int) Math.round(settings.epsilon() * LUMA_STEPS);
    }

    /** The next picture has nothing to do with the ones before. */
    public void restart() {
        mask.restart();
    }

    /** @param luma the picture, row after row without padding, which is changed in place */
    public void apply(long picture, byte[] luma) {
        mask.picture(luma);
        noise.seek(picture);
        for (int y = 0; y < height; y++) {
            int from = mask.from(y);
            int until = mask.until(y);
            if (from < until) {
                noise.row(y, noiseRow, from, until);
                mask.row(y, maskRow, from, until);
                weigh(from, until);
                read(luma, y * width, from, until);
                add(from, until);
                write(luma, y * width, from, until);
            }
        }
    }

    /** Short loops over ints, one step each: the compiler makes vector code of these and not of all in one. */
    private void weigh(int from, int until) {
        for (int x = from; x < until; x++) {
            int rounded = (noiseRow[x] * maskRow[x] + HALF) >> FRACTION_BITS;
            changes[x] = Math.max(-bound, Math.min(bound, rounded));
        }
        int most = largest;
        for (int x = from; x < until; x++) {
            most = Math.max(most, Math.abs(changes[x]));
        }
        largest = most;
    }

    private void read(byte[] luma, int start, int from, int until) {
        for (int x = from; x < until; x++) {
            pixels[x] = luma[start + x] & 0xff;
        }
    }

    private void add(int from, int until) {
        for (int x = from; x < until; x++) {
            int before = pixels[x];
            int after = before + changes[x];
            pixels[x] = Math.max(Math.min(before, BLACK), Math.min(Math.max(before, WHITE), after));
        }
    }

    private void write(byte[] luma, int start, int from, int until) {
        for (int x = from; x < until; x++) {
            luma[start + x] = (byte) pixels[x];
        }
    }

    /** The largest change that any pixel was meant to get so far. */
    public int largestChange() {
        return largest;
    }
}
