package dev.slipway.media.protect.sound;

import dev.slipway.media.ffmpeg.RealTransform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Measures how far noise lies from what the sound hides, without any of the code that made the noise: blocks that
 * begin 777 samples later than its frames, Bark by Zwicker and Terhardt's formula (1980), spreading and offsets as in
 * Johnston (1988), and nowhere below Terhardt's threshold in quiet (1979) with full scale played at 96 dB SPL. Both
 * channels count alike. Not thread-safe.
 */
public final class NoiseToMask implements AutoCloseable {
    private static final int BLOCK = 2048;
    private static final int SHIFT = 777;
    private static final int BANDS = 24;
    private static final double SAMPLE_RATE = 48_000;
    private static final double FULL_SCALE_SPL = 96;
    /** Quieter blocks, −70 dB of full scale, say nothing about hearing. */
    private static final double AUDIBLE = 1e-7;

    private final double[] ratios = new double[BANDS];
    private final double[] quiet = new double[BANDS];
    private final RealTransform transform = new RealTransform(BLOCK);
    private final double[] hann = new double[BLOCK];
    private final int[] bandOfBin = new int[BLOCK / 2 + 1];
    private final Channel left = new Channel();
    private final Channel right = new Channel();
    private long blocks;

    public NoiseToMask() {
        for (int index = 0; index < BLOCK; index++) {
            hann[index] = 0.5 - 0.5 * Math.cos(2 * Math.PI * index / BLOCK);
        }
        Arrays.fill(quiet, Double.MAX_VALUE);
        for (int bin = 1; bin <= BLOCK / 2; bin++) {
            double hertz = bin * SAMPLE_RATE / BLOCK;
            bandOfBin[bin] = (int) bark(hertz);
            if (bandOfBin[bin] < BANDS) {
                quiet[bandOfBin[bin]] = Math.min(quiet[bandOfBin[bin]], quietPower(hertz / 1000));
            }
        }
    }

    /** A tone that is just heard in silence, as the power that this measurement gives it. */
    private static double quietPower(double kilohertz) {
        double spl = 3.64 * Math.pow(kilohertz, -0.8)
                - 6.5 * Math.exp(-0.6 * Math.pow(kilohertz - 3.3, 2))
                + 1e-3 * Math.pow(kilohertz, 4);
        double fullScale = 1.5 * Math.pow(BLOCK / 4.0, 2);
        return fullScale * Math.pow(10, (spl - FULL_SCALE_SPL) / 10);
    }

    private static double bark(double hertz) {
        return 13 * Math.atan(0.00076 * hertz) + 3.5 * Math.atan(hertz / 7500 * (hertz / 7500));
    }

    /** Takes the next samples of the sound without noise and the noise that was added to them. */
    public void accept(float[] soundLeft, float[] soundRight, float[] noiseLeft, float[] noiseRight) {
        left.accept(soundLeft, noiseLeft);
        right.accept(soundRight, noiseRight);
    }

    /** For each Bark the mean ratio of noise to threshold in decibels; not a number where nothing was to be heard. */
    public List<Double> decibels() {
        List<Double> bands = new ArrayList<>();
        for (double ratio : ratios) {
            bands.add(blocks == 0 || ratio == 0 ? Double.NaN : 10 * Math.log10(ratio / blocks));
        }
        return bands;
    }

    /** Over all bands, in decibels of the mean ratio. */
    public double mean() {
        return blocks == 0 ? Double.NaN : 10 * Math.log10(Arrays.stream(ratios).sum() / BANDS / blocks);
    }

    private void compare(float[] sound, float[] noise) {
        double[] soundPower = power(sound);
        if (Arrays.stream(soundPower).sum() < AUDIBLE * BLOCK * BLOCK) {
            return;
        }
        double[] noisePower = power(noise);
        double[] soundBands = inBands(soundPower);
        double[] noiseBands = inBands(noisePower);
        double tonality = Math.clamp(-flatness(soundPower) / 60, 0, 1);
        blocks++;
        for (int band = 0; band < BANDS; band++) {
            double offset = tonality * (14.5 + band + 1) + (1 - tonality) * 5.5;
            double hidden = Math.max(quiet[band], spread(soundBands, band) * Math.pow(10, -offset / 10));
            ratios[band] += noiseBands[band] / hidden;
        }
    }

    private double[] power(float[] samples) {
        float[] weighted = new float[BLOCK];
        for (int index = 0; index < BLOCK; index++) {
            weighted[index] = (float) (samples[index] * hann[index]);
        }
        float[] spectrum = new float[BLOCK + 2];
        transform.forward(weighted, spectrum);
        double[] power = new double[BLOCK / 2 + 1];
        for (int bin = 0; bin < power.length; bin++) {
            power[bin] = Math.pow(spectrum[2 * bin], 2) + Math.pow(spectrum[2 * bin + 1], 2);
        }
        return power;
    }

    private double[] inBands(double[] power) {
        double[] bands = new double[BANDS];
        for (int bin = 1; bin < power.length; bin++) {
            if (bandOfBin[bin] < BANDS) {
                bands[bandOfBin[bin]] += power[bin];
            }
        }
        return bands;
    }

    private static double spread(double[] bands, int at) {
        double sum = 0;
        double shares = 0;
        for (int masker = 0; masker < BANDS; masker++) {
            double barks = at - masker + 0.474;
            double share = Math.pow(10, (15.81 + 7.5 * barks - 17.5 * Math.hypot(1, barks)) / 10);
            sum += share * bands[masker];
            shares += share;
        }
        return sum / shares;
    }

    /** In decibels, 0 for noise and far below for tones. */
    private double flatness(double[] power) {
        double logarithms = 0;
        double sum = 0;
        int bins = 0;
        for (int bin = 1; bin < power.length; bin++) {
            if (bandOfBin[bin] < BANDS) {
                logarithms += Math.log10(power[bin] + 1e-12);
                sum += power[bin] + 1e-12;
                bins++;
            }
        }
        return 10 * (logarithms / bins - Math.log10(sum / bins));
    }

    @Override
    public void close() {
        transform.close();
    }

    private final class Channel {
        private final float[] sound = new float[BLOCK];
        private final float[] noise = new float[BLOCK];
        private int filled;
        private int skip = SHIFT;

        void accept(float[] newSound, float[] newNoise) {
            for (int index = 0; index < newSound.length; index++) {
                if (skip > 0) {
                    skip--;
                    continue;
                }
                sound[filled] = newSound[index];
                noise[filled] = newNoise[index];
                filled++;
                if (filled == BLOCK) {
                    compare(sound, noise);
                    System.arraycopy(sound, BLOCK / 2, sound, 0, BLOCK / 2);
                    System.arraycopy(noise, BLOCK / 2, noise, 0, BLOCK / 2);
                    filled = BLOCK / 2;
                }
            }
        }
    }
}
