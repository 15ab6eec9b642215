package dev.slipway.media.goal;

import dev.slipway.media.run.FoundQuality;
import java.util.Locale;

/**
 * A wanted quality, what the search promised and what the finished film got.
 *
 * @param finishedXpsnr decibels of the finished top rung's luma against the unprotected source, in whole segments
 * @param difference {@code finishedXpsnr} less what the samples reached
 * @param finishedPictures how many pictures were measured
 * @param words all of it, for a person
 */
public record QualityReport(
        FoundQuality found, double finishedXpsnr, double difference, long finishedPictures, String words) {

    /** Decibels below the wish that a person would not see. */
    private static final double UNSEEN = 0.5;

    /** Whether the search promised what the film did not get. What no rate reaches was told before. */
    public boolean isMissed() {
        return found.outcome() != FoundQuality.Outcome.CEILING && finishedXpsnr < found.wantedXpsnr() - UNSEEN;
    }

    static QualityReport of(FoundQuality found, double finishedXpsnr, long pictures, boolean isProtected) {
        double difference = finishedXpsnr - found.samplesXpsnr();
        String words = String.format(
                Locale.ROOT,
                "The top rung got %.1f dB XPSNR on %d pictures; %.1f dB were wanted and its samples had %.1f dB"
                        + " (%+.1f dB).%s",
                finishedXpsnr,
                pictures,
                found.wantedXpsnr(),
                found.samplesXpsnr(),
                difference,
                isProtected ? " The noise that protects it counts as error here, and did not on the samples." : "");
        return new QualityReport(found, finishedXpsnr, difference, pictures, words);
    }
}
