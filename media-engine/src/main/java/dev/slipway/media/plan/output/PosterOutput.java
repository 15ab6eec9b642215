package dev.slipway.media.plan.output;

import org.jspecify.annotations.Nullable;

/**
 * The still that stands for the video, and others to choose from.
 *
 * @param everyFrames how far apart the pictures are that are considered
 * @param steadyFrames how long before a picture another is looked at, to tell whether the film fades there
 * @param chosenFrame the creator's own choice on the time line, or null for the best
 * @param candidates how many others are kept
 * @param slotFrames how far the film is cut for candidates: each part gives its best one
 * @param startMicros when the film begins on its source's clock
 */
public record PosterOutput(
        String path,
        Size size,
        long everyFrames,
        long steadyFrames,
        @Nullable Long chosenFrame,
        int candidates,
        long slotFrames,
        long startMicros) {

    public boolean isChosen(long frame) {
        return chosenFrame != null && chosenFrame == frame;
    }

    /** Whether a picture may be chosen by what it shows. */
    public boolean considers(long frame) {
        return frame % everyFrames == 0 && (chosenFrame == null || candidates > 0);
    }

    /** Whether a picture has to be looked at. */
    public boolean needs(long frame) {
        return isChosen(frame) || considers(frame) || considers(frame + steadyFrames);
    }
}
