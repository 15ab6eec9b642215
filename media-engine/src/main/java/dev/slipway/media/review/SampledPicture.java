package dev.slipway.media.review;

import dev.slipway.media.pdq.Pdq;
import dev.slipway.media.pdq.PdqHash;
import org.jspecify.annotations.Nullable;

/**
 * A picture that was looked at.
 *
 * @param micros when it is shown in the film or the preview; 0 for what stands still
 * @param quality of the hash, 0 to 100
 * @param score how unwanted the operator's model thinks it, from 0 to 1; null where there is no model
 */
public record SampledPicture(
        PictureSource source,
        long micros,
        PdqHash hash,
        int quality,
        @Nullable Double score) {

    public Pdq pdq() {
        return new Pdq(hash, quality);
    }
}
