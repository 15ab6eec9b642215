package dev.slipway.media.plan;

import dev.slipway.media.plan.output.Size;

/**
 * The sheet of small frames for the scrub bar.
 *
 * @param size of one frame
 * @param frames how many there are, filled row by row
 * @param intervalMicros the stretch of time that each stands for; it shows the stretch's middle
 */
public record ThumbnailOutput(String path, Size size, int columns, int frames, long intervalMicros) {

    public int rows() {
        return Math.ceilDiv(frames, columns);
    }

    public Size sheetSize() {
        return new Size(size.width() * columns, size.height() * rows());
    }

    /** The number on the time line of the picture that is shown for a frame of the sheet. */
    public long pictureOf(int frame, Timeline timeline) {
        long middle = Math.addExact(Math.multiplyExact(frame, intervalMicros), intervalMicros / 2);
        return Math.min(timeline.frames() - 1, timeline.frameAt(middle));
    }
}
