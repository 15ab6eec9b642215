package dev.slipway.media.review;

import java.util.Base64;

/**
 * A small picture of the film, for a person who decides about it.
 *
 * @param micros when it is shown
 * @param webp a whole WebP file of our own making, in base64; at most {@link #MAX_SIDE} pixels wide and high
 */
public record StripPicture(long micros, String webp) {
    public static final int MAX_SIDE = 320;

    public byte[] bytes() {
        return Base64.getDecoder().decode(webp);
    }
}
