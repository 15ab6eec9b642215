package dev.slipway.model.media;

/**
 * A picture track.
 *
 * @param width coded width in pixels, before rotation and pixel aspect
 * @param displayWidth width a viewer sees, after rotation and pixel aspect
 * @param rotation clockwise degrees to turn the coded picture for display: 0, 90, 180 or 270
 * @param frameRate average rate over the whole track
 * @param pixelFormat FFmpeg's name, such as {@code yuv420p}
 */
public record VideoFacts(
        String codec,
        int width,
        int height,
        int displayWidth,
        int displayHeight,
        int rotation,
        Rational frameRate,
        boolean variableFrameRate,
        String pixelFormat,
        int bitDepth,
        DynamicRange dynamicRange) {

    /** The shorter displayed side, by which rungs are named: a 1080 × 1920 phone video is 1080. */
    public int shortSide() {
        return Math.min(displayWidth, displayHeight);
    }
}
