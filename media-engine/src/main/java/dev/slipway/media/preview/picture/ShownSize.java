package dev.slipway.media.preview.picture;

import dev.slipway.media.plan.output.Size;
import dev.slipway.model.media.VideoFacts;

/** How large a film is shown. */
public final class ShownSize {
    private ShownSize() {}

    /** The film's own size, or the largest of its shape that fits. */
    public static Size within(VideoFacts video, int width, int height) {
        double scale =
                Math.min(1, Math.min((double) width / video.displayWidth(), (double) height / video.displayHeight()));
        int shortSide = (int) Math.floor(video.shortSide() * scale);
        return Size.withShortSide(Math.max(2, shortSide), video.displayWidth(), video.displayHeight());
    }
}
