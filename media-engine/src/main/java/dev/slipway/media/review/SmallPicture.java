package dev.slipway.media.review;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.still.WebP;
import java.util.Base64;

/** Makes a decoded picture of a film small, as a file of its own. */
final class SmallPicture {
    private static final int QUALITY = 70;

    /** The least: a server makes some two dozen for each film, and few people look at them. */
    private static final int EFFORT = 0;

    private SmallPicture() {}

    static StripPicture of(Frame picture, long micros) {
        double factor = Math.min(1, (double) StripPicture.MAX_SIDE / Math.max(picture.width(), picture.height()));
        String chain = "scale=w=%d:h=%d:in_color_matrix=%s:out_color_matrix=bt601:out_range=tv,format=yuv420p"
                .formatted(
                        even(picture.width() * factor),
                        even(picture.height() * factor),
                        picture.pictureFormat().matrixName());
        return new StripPicture(
                micros, Base64.getEncoder().encodeToString(WebP.encode(picture, chain, QUALITY, EFFORT)));
    }

    private static long even(double size) {
        return Math.max(2, Math.round(size / 2) * 2);
    }
}
