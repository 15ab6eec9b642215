package dev.slipway.media.protect;

import java.util.Arrays;

/**
 * The noise of every picture of a film: a new field each {@code everyNFrames} pictures, and between two fields a
 * cross-fade by cosine and sine. Because the fields are independent, their variance and the variance of the change from
 * picture to picture are the same in every picture, so nothing pulses when a field is renewed. The noise of a picture
 * depends on seed and number alone. Used by one thread.
 */
final class NoiseSequence {
    /** At 1080 lines; other heights in proportion. Of the periods from 12 to 24 the longest survives codecs best. */
    private static final float PERIOD_AT_1080 = 24;

    private static final float LEAST_PERIOD = 4;
    /**
     * Gradient noise of unit gradients has a standard deviation of about 0.22. Times five and cut off at ±1 it spends most
     * of what the threshold of seeing allows.
     */
    private static final float GAIN = 5;

    private final KeyStream stream;
    private final int everyNFrames;
    private final int width;
    private final int height;
    private final float period;
    private long numberOfFirst = Long.MIN_VALUE;
    private NoiseField first;
    private NoiseField second;
    private float weightOfFirst;
    private float weightOfSecond;

    NoiseSequence(byte[] key, int everyNFrames, int width, int height) {
        this.stream = new KeyStream(key);
        this.everyNFrames = everyNFrames;
        this.width = width;
        this.height = height;
        this.period = Math.max(LEAST_PERIOD, PERIOD_AT_1080 * Math.min(width, height) / 1080);
        this.first = field(0);
        this.second = field(1);
    }

    private NoiseField field(long number) {
        return NoiseField.of(stream, number, width, height, period);
    }

    /** Goes to the picture of this number. */
    void seek(long picture) {
        long number = Math.floorDiv(picture, everyNFrames);
        if (number != numberOfFirst) {
            first = number == numberOfFirst + 1 ? second : field(number);
            second = field(number + 1);
            numberOfFirst = number;
        }
        double angle = StrictMath.PI / 2 * Math.floorMod(picture, everyNFrames) / everyNFrames;
        weightOfFirst = (float) (GAIN * StrictMath.cos(angle));
        weightOfSecond = (float) (GAIN * StrictMath.sin(angle));
    }

    /** Writes a part of row {@code y} of the picture's noise, from −1 to 1 in units of 1/{@link NoiseField#UNIT}. */
    void row(int y, int[] noise, int from, int until) {
        Arrays.fill(noise, from, until, 0);
        first.addRow(y, weightOfFirst, noise, from, until);
        if (weightOfSecond > 0) {
            second.addRow(y, weightOfSecond, noise, from, until);
        }
        for (int x = from; x < until; x++) {
            noise[x] = Math.max(-NoiseField.UNIT, Math.min(NoiseField.UNIT, noise[x] >> NoiseField.UNIT_BITS));
        }
    }
}
