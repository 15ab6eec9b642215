package dev.slipway.media.quality;

/**
 * Adds up one plane's distortion over pictures, and only then turns it into decibels: an average of decibels would let
 * a few perfect pictures hide many bad ones.
 */
final class Distortion {
    private static final double PEAK = 255;

    private final double exponent;
    private double sum;
    private long pictures;

    /** @param exponent of the mean squared error that is averaged: 1 for PSNR, 0.5 for XPSNR's square-mean-root */
    Distortion(double exponent) {
        this.exponent = exponent;
    }

    void addMeanSquaredError(double error) {
        sum += Math.pow(error, exponent);
        pictures++;
    }

    void addDecibels(double decibels) {
        addMeanSquaredError(PEAK * PEAK / Math.pow(10, decibels / 10));
    }

    double decibels() {
        double error = Math.pow(sum / pictures, 1 / exponent);
        return error == 0 ? Quality.CEILING : Math.min(Quality.CEILING, 10 * Math.log10(PEAK * PEAK / error));
    }
}
