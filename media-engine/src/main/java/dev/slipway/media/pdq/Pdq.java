package dev.slipway.media.pdq;

/**
 * What PDQ says of a picture.
 *
 * @param quality 0 for a flat picture to 100 for one with much in it
 */
public record Pdq(PdqHash hash, int quality) {

    /** Whether the hash says enough to be compared: those of flat pictures are noise, and near to each other's. */
    public boolean isMeaningful() {
        return quality >= PdqHash.LEAST_QUALITY;
    }
}
