package dev.slipway.media.still;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.still.KeptPosters.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds moments for a poster among small pictures of a film, before anything is made of it: by the same scores as the
 * posters of a finished one. Not thread-safe.
 */
public final class PosterMoments {
    private static final long SECOND = 1_000_000;
    /** Two that lie nearer show the same scene. */
    private static final long NEAREST = SECOND;

    private static final int BLACK = 16;
    private static final int LIMITED = 219;
    private static final int FULL = 255;

    private final NavigableMap<Long, Light> lights = new TreeMap<>();
    private final long duration;

    /** @param durationMicros of the film */
    public PosterMoments(long durationMicros) {
        this.duration = durationMicros;
    }

    /**
     * @param micros when it is shown
     * @param picture in full range, as JFIF has it
     */
    public void add(long micros, Frame picture) {
        byte[] luma = picture.plane(0);
        for (int at = 0; at < luma.length; at++) {
            luma[at] = (byte) (BLACK + (luma[at] & 0xff) * LIMITED / FULL);
        }
        lights.put(micros, Light.of(luma, picture.width(), picture.height()));
    }

    /** The best first; fewer where there are no more good ones. In microseconds. */
    public List<Long> best(int wanted) {
        List<Scored> scored = new ArrayList<>();
        for (Map.Entry<Long, Light> each : lights.entrySet()) {
            scored.add(new Scored(each.getKey(), score(each.getKey(), each.getValue())));
        }
        return CandidateChoice.best(scored, wanted, duration, NEAREST).stream()
                .filter(picture -> picture.score() > 0)
                .map(Scored::frame)
                .toList();
    }

    /** By what was there about a second before, as far as that is known. */
    private double score(long micros, Light light) {
        Map.@Nullable Entry<Long, Light> before = lights.floorEntry(micros - SECOND / 2);
        boolean isNear = before != null && micros - before.getKey() <= 2 * SECOND;
        return isNear
                ? PosterScore.of(light, before.getValue(), (micros - before.getKey()) / (double) SECOND)
                : PosterScore.of(light, null, 1);
    }
}
