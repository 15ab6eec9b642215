package dev.slipway.media.playback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened when a scene was played, as the page reports it. Times are seconds of the film.
 *
 * @param failure where it stopped, or null when it came to its end
 * @param complaints of the page and of the network
 * @param errors of the player and of the video element
 * @param version the player's
 * @param begun a second into the film
 * @param longestStillMillis how long the film stood still although it should have moved, before the jumps and after; counted in
 *     beats of the page's clock, so that a machine too busy for the page is not taken for a stall
 * @param framesAfterJump pictures decoded within the second after the jump back
 */
record Rehearsal(
        String name,
        @Nullable String failure,
        List<String> complaints,
        List<String> errors,
        String version,
        double duration,
        @Nullable Snapshot begun,
        List<Change> switches,
        long longestStillMillis,
        double endedAt,
        @Nullable Snapshot atEnd,
        long framesAfterJump,
        @Nullable Beats beats,
        @Nullable Frames frames) {

    Rehearsal {
        switches = List.copyOf(switches);
    }

    /**
     * A moment.
     *
     * @param height of the picture on the screen
     * @param video the source buffers as the browser sees them, beneath the player
     */
    record Snapshot(int height, List<Source> video, List<Source> audio) {}

    /** @param ranges each [from, until] */
    record Source(String type, List<double[]> ranges) {
        double end() {
            return ranges.getLast()[1];
        }
    }

    /**
     * A forced change of rung.
     *
     * @param asked when it was asked for
     * @param seen when the picture on the screen was of that rung
     * @param shown a second later
     */
    record Change(double asked, double seen, Snapshot shown) {}

    /**
     * @param moving how often time was found to have moved
     * @param heard how often there was sound then, or null where the browser cannot tell
     */
    record Beats(int moving, @Nullable Integer heard) {}

    record Frames(long decoded, long dropped) {}
}
