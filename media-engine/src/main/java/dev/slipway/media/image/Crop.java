package dev.slipway.media.image;

/**
 * A square of an upright picture.
 *
 * @param left where it lies across, from 0 at the left edge to 1 at the right one
 * @param top where it lies down, from 0 at the upper edge to 1 at the lower one
 * @param side of the square, above 0 and up to 1 of the shorter side
 */
public record Crop(double left, double top, double side) {
    /** The largest square, in the middle. */
    public static final Crop MIDDLE = new Crop(0.5, 0.5, 1);

    public Crop {
        if (!(left >= 0 && left <= 1 && top >= 0 && top <= 1 && side > 0 && side <= 1)) {
            throw new IllegalArgumentException("no square of a picture: " + left + ", " + top + ", " + side);
        }
    }

    /** For FFmpeg. */
    String filter() {
        String length = "max(1\\,round(min(iw\\,ih)*" + side + "))";
        return "crop=w='" + length + "':h='" + length + "':x='round((iw-ow)*" + left + ")':y='round((ih-oh)*" + top
                + ")':exact=1";
    }
}
