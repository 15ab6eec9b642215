package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.review.PictureSampler;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest rung, decoded whole: what the publication shows. Keeps small prints of its pictures for comparison, and
 * what it shows at a few moments that nobody could foresee.
 */
final class FilmStrip {
    /** Eight moments, one in each eighth: a rung that shows another film for a third of the time is always found. */
    static final int MOMENTS = 8;

    /** Rungs may round their times differently, so no moment is nearer to a change of pictures where it can be. */
    static final long ROUNDING_MICROS = 2_000;

    private static final long MAX_PRINTS = 20_000;

    /** Prints before and after a place in the film that are still near it. */
    private static final int NEAR = 30;

    private final long keepEvery;
    private final List<Long> wanted = new ArrayList<>();
    private final List<Thumbprint> prints = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private @Nullable Thumbprint shown;
    private long shownMicros;
    private long frames;

    /** What is shown at a time. */
    record Moment(long micros, Thumbprint print) {}

    FilmStrip(long samples, long durationMicros, RandomGenerator random) {
        this.keepEvery = Math.max(1, samples / MAX_PRINTS);
        for (int i = 0; i < MOMENTS; i++) {
            wanted.add((long) ((i + random.nextDouble()) * durationMicros / MOMENTS));
        }
    }

    /**
     * @param sampler is shown every picture
     * @throws Refusal when not every claimed picture comes out, in the claimed size
     */
    static FilmStrip decode(
            Artifact artifact,
            Path file,
            long durationMicros,
            RandomGenerator random,
            PictureSampler sampler,
            CheckRun run) {
        long samples = artifact.media().frames() == null ? 0 : artifact.media().frames();
        FilmStrip strip = new FilmStrip(samples, durationMicros, random);
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.decode(picture -> strip.add(artifact, picture, decoder.track(), sampler));
        }
        strip.end();
        if (strip.frames != samples) {
            throw Refusal.differs(ProblemCode.MEDIA_DIFFERS, artifact.path(), "decoded frames", samples, strip.frames);
        }
        if (strip.moments.size() != MOMENTS) {
            throw TrackDecoder.undecodable(artifact, "only " + strip.moments.size() + " moments to compare");
        }
        return strip;
    }

    private void add(Artifact artifact, Frame picture, Track track, PictureSampler sampler) {
        DecodedPicture.check(artifact, picture);
        long micros = track.timebase().toMicros(picture.bestTime());
        add(micros, DecodedPicture.thumbprint(picture));
        sampler.film(picture, micros);
    }

    /** Takes the next picture and when it is first shown; until then the one before it is. */
    void add(long micros, Thumbprint print) {
        passMoments(micros);
        shown = print;
        shownMicros = micros;
        if (frames % keepEvery == 0) {
            prints.add(print);
            times.add(micros);
        }
        frames++;
    }

    /** The last picture stays. */
    void end() {
        passMoments(Long.MAX_VALUE);
    }

    private void passMoments(long untilMicros) {
        while (shown != null && moments.size() < MOMENTS && wanted.get(moments.size()) < untilMicros) {
            long earliest = shownMicros + ROUNDING_MICROS;
            long latest = Math.max(earliest, untilMicros - ROUNDING_MICROS);
            moments.add(new Moment(Math.clamp(wanted.get(moments.size()), earliest, latest), shown));
        }
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }

    /** How many pictures of the film there are to each print. */
    long spacing() {
        return keepEvery;
    }

    /** How much the picture is like the most similar one of the film. */
    double likeness(Thumbprint picture) {
        return likeness(picture, 0, prints.size());
    }

    /** How much the picture is like the most similar one of those shown around a time. */
    double likenessNear(Thumbprint picture, long micros) {
        int found = Collections.binarySearch(times, micros);
        int place = Math.min(prints.size() - 1, found < 0 ? -found - 1 : found);
        return likeness(picture, Math.max(0, place - NEAR), Math.min(prints.size(), place + NEAR));
    }

    private double likeness(Thumbprint picture, int from, int to) {
        double best = -1;
        for (int i = from; i < to && best < 1; i++) {
            best = Math.max(best, prints.get(i).likeness(picture));
        }
        return best;
    }
}
