package dev.slipway.media.review;

import dev.slipway.media.pdq.Pdq;
import dev.slipway.media.pdq.PdqHash;

/**
 * A picture that was looked at.
 *
 * @param micros when it is shown in the film or the preview; 0 for what stands still
 * @param quality of the hash, 0 to 100
 */
public record SampledPicture(PictureSource source, long micros, PdqHash hash, int quality) {

    public Pdq pdq() {
        return new Pdq(hash, quality);
    }
}
