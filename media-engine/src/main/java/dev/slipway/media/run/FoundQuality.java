package dev.slipway.media.run;

import java.util.Locale;

/**
 * The rate that a search found for a wanted quality.
 *
 * @param wantedXpsnr decibels of XPSNR of the luma
 * @param bitrate the most that the top rung may spend, in bits per second
 * @param samplesXpsnr what samples of the film reach at that rate, their distortion averaged and then turned to decibels
 * @param filmBitrate what the film's top rung takes on average if all of it is like the samples, in bits per second
 * @param samplePictures how many pictures were judged, in so many stretches
 */
public record FoundQuality(
        double wantedXpsnr,
        long bitrate,
        double samplesXpsnr,
        Outcome outcome,
        long filmBitrate,
        long samplePictures,
        int stretches) {

    /** An encoder that is bound by quality leaves the rest. */
    private static final double ALL_THAT_IS_ALLOWED = 0.8;

    /** Where the search ended. */
    public enum Outcome {
        /** At the lowest rate that reaches the wish. */
        REACHED,
        /** At the highest rate that is tried, which does not reach it. */
        CEILING,
        /** At the lowest rate that is tried or that the encoder keeps, which more than reaches it. */
        FLOOR
    }

    /** For a person, in one line. */
    public String inWords() {
        String found = String.format(
                Locale.ROOT,
                "quality: %.1f dB XPSNR wanted; at most %,d kbit/s, about %,d on average, reach %.1f dB on %d × %d sample pictures",
                wantedXpsnr,
                bitrate / 1000,
                Math.min(filmBitrate, bitrate) / 1000,
                samplesXpsnr,
                stretches,
                samplePictures / Math.max(1, stretches));
        return switch (outcome) {
            case REACHED -> found;
            case CEILING -> found + atCeiling();
            case FLOOR -> found + ", and no lower rate is to be had";
        };
    }

    private String atCeiling() {
        if (samplesXpsnr >= wantedXpsnr && filmBitrate > bitrate) {
            return ", but cannot be had for so little: the film will get less, and no higher rate is tried";
        }
        return filmBitrate < bitrate * ALL_THAT_IS_ALLOWED
                ? ", and this recipe spends no more, however much is allowed"
                : ", and no higher rate is tried";
    }
}
