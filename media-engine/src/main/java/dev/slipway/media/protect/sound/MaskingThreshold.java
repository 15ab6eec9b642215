package dev.slipway.media.protect.sound;

/**
 * How much noise a sound hides in each critical band, after Johnston (Transform Coding of Audio Signals Using Perceptual
 * Noise Criteria, IEEE JSAC 6, 1988): energy by Bark, spread as by Schroeder, lowered by 14.5 + b dB under tones and
 * by 5.5 dB under noise, the share of either told by the spectrum's flatness. The threshold in quiet is left out, so
 * that silence hides nothing. Not thread-safe.
 */
final class MaskingThreshold {
    private static final double FULLY_TONAL_DECIBELS = -60;
    private static final double TONE_MASKS_NOISE = 14.5;
    private static final double NOISE_MASKS_NOISE = 5.5;
    /** Above it most sources have nothing, which would pass for a tone. */
    private static final int FLATNESS_BANDS = 24;

    private static final double LEAST_POWER = 1e-12;
    private static final double[][] SPREADING = spreading();

    private final double[] energy = new double[CriticalBands.COUNT];
    private final double[] threshold = new double[CriticalBands.COUNT];

    private static double[][] spreading() {
        double[][] shares = new double[CriticalBands.COUNT][CriticalBands.COUNT];
        for (int band = 0; band < CriticalBands.COUNT; band++) {
            double sum = 0;
            for (int masker = 0; masker < CriticalBands.COUNT; masker++) {
                double distance = band - masker + 0.474;
                double decibels = 15.81 + 7.5 * distance - 17.5 * Math.sqrt(1 + distance * distance);
                shares[band][masker] = Math.pow(10, decibels / 10);
                sum += shares[band][masker];
            }
            for (int masker = 0; masker < CriticalBands.COUNT; masker++) {
                shares[band][masker] /= sum;
            }
        }
        return shares;
    }

    /**
     * @param power of each bin
     * @return for each band the power, summed over its bins, that is just hidden; valid until the next call
     */
    double[] of(float[] power) {
        double tonality = tonality(power);
        for (int band = 0; band < CriticalBands.COUNT; band++) {
            energy[band] = 0;
            for (int bin = CriticalBands.start(band); bin < CriticalBands.start(band + 1); bin++) {
                energy[band] += power[bin];
            }
        }
        for (int band = 0; band < CriticalBands.COUNT; band++) {
            double spread = 0;
            for (int masker = 0; masker < CriticalBands.COUNT; masker++) {
                spread += SPREADING[band][masker] * energy[masker];
            }
            double below = tonality * (TONE_MASKS_NOISE + band + 1) + (1 - tonality) * NOISE_MASKS_NOISE;
            threshold[band] = spread * Math.pow(10, -below / 10);
        }
        return threshold;
    }

    /** 0 for noise, 1 for tones, from the ratio of geometric to arithmetic mean. */
    private static double tonality(float[] power) {
        int end = CriticalBands.start(FLATNESS_BANDS);
        double logarithms = 0;
        double sum = 0;
        for (int bin = 1; bin < end; bin++) {
            double value = power[bin] + LEAST_POWER;
            logarithms += Math.log(value);
            sum += value;
        }
        double flatness = 10 * (logarithms / (end - 1) - Math.log(sum / (end - 1))) / Math.log(10);
        return Math.clamp(flatness / FULLY_TONAL_DECIBELS, 0, 1);
    }
}
