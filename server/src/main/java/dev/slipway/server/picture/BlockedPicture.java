package dev.slipway.server.picture;

import dev.slipway.media.pdq.PdqHash;

/**
 * A picture that is not shown here.
 *
 * @param quality of the hash; below {@link PdqHash#LEAST_QUALITY} it is kept and never compared
 * @param reason as the author is told
 */
record BlockedPicture(PdqHash hash, int quality, String reason) {
    static final int MAX_QUALITY = 100;
    static final int MAX_REASON = 200;

    boolean isCompared() {
        return quality >= PdqHash.LEAST_QUALITY;
    }
}
