package dev.slipway.media.protect.survival;

import dev.slipway.media.plan.Timeline;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A run of pictures that is measured. It begins at a chunk, where encoder and mask began afresh too, so that both can be
 * repeated exactly.
 *
 * @param end number of the picture after the last
 */
record FilmSample(long first, long end) {
    private static final int MOST_SAMPLES = 4;
    /** So much of a film is measured, within these limits for all samples together. */
    private static final double SHARE = 0.125;

    private static final long LEAST_MICROS = TimeUnit.SECONDS.toMicros(1);
    private static final long MOST_MICROS = TimeUnit.SECONDS.toMicros(8);

    static List<FilmSample> spreadOver(Timeline timeline) {
        int count = Math.min(MOST_SAMPLES, timeline.chunks());
        long micros = Math.clamp((long) (timeline.durationMicros() * SHARE), LEAST_MICROS, MOST_MICROS) / count;
        long pictures = Math.max(1, timeline.frameAt(micros));
        return IntStream.range(0, count)
                .map(number -> count == 1 ? 0 : number * (timeline.chunks() - 1) / (count - 1))
                .mapToObj(chunk -> at(timeline, chunk, pictures))
                .toList();
    }

    private static FilmSample at(Timeline timeline, int chunk, long pictures) {
        long first = timeline.chunkStart(chunk);
        return new FilmSample(first, Math.min(first + pictures, timeline.chunkEnd(chunk)));
    }

    long pictures() {
        return end - first;
    }
}
