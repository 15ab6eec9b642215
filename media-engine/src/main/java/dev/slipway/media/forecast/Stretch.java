package dev.slipway.media.forecast;

import dev.slipway.media.plan.Timeline;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A few neighbouring pictures of a film.
 *
 * @param first number of the first one on the time line
 * @param end number of the picture after the last one
 */
public record Stretch(long first, long end) {

    public long pictures() {
        return end - first;
    }

    /** Stretches in the middles of equal parts of the film, so that neither titles nor credits decide. */
    static List<Stretch> spread(Timeline timeline, int count, long framesEach) {
        long length = Math.min(framesEach, timeline.frames());
        long fitting = Math.clamp(timeline.frames() / length, 1, count);
        return LongStream.range(0, fitting)
                .map(part -> timeline.frames() * (2 * part + 1) / (2 * fitting) - length / 2)
                .map(first -> Math.clamp(first, 0, timeline.frames() - length))
                .mapToObj(first -> new Stretch(first, first + length))
                .toList();
    }
}
