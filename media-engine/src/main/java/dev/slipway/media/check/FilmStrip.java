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
    /**
     * Eight moments, one in each eighth: a rung that shows another film for a third of the time is always found. What lies
     * between key pictures costs the decoding from the key picture on, so that short films, which cost little to make
     * too, are looked into at some of the moments only, and at the others at the key picture before, each of which counts
     * once: a film with few of them is looked into as a long one is. Nobody can foresee which.
     */
    static final int MOMENTS = 8;

    /** Of the moments so many at least are looked at wherever they lie. */
    static final int LEAST_DEEP = 3;

    /** A film gets one of these more for each so long. */
    private static final long MICROS_FOR_A_DEEP_ONE = 10_000_000;

    /** Rungs may round their times differently, so no moment is nearer to a change of pictures where it can be. */
    static final long ROUNDING_MICROS = 2_000;

    private static final long MAX_PRINTS = 20_000;

    /** Prints before and after a place in the film that are still near it. */
    private static final int NEAR = 30;

    private final long keepEvery;
    private final List<Wanted> wanted = new ArrayList<>();
    private final List<Thumbprint> prints = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private @Nullable Shown shown;
    private @Nullable Shown key;
    private boolean isKeyTaken;
    private long frames;

    /** @param deep whether the picture of that time is meant, or the key picture before it */
    private record Wanted(long micros, boolean deep) {}

    /** A picture and from when until when it is shown; the last one for ever. */
    private record Shown(Thumbprint print, long micros, long untilMicros) {
        Shown until(long next) {
            return new Shown(print, micros, next);
        }

        Moment at(long wantedMicros) {
            long earliest = micros + ROUNDING_MICROS;
            long latest = Math.max(earliest, untilMicros - ROUNDING_MICROS);
            return new Moment(Math.clamp(wantedMicros, earliest, latest), print);
        }
    }

    /** What is shown at a time. */
    record Moment(long micros, Thumbprint print) {}

    FilmStrip(long samples, long durationMicros, RandomGenerator random) {
        this.keepEvery = Math.max(1, samples / MAX_PRINTS);
        int deep = (int) Math.clamp(durationMicros / MICROS_FOR_A_DEEP_ONE, LEAST_DEEP, MOMENTS);
        for (int i = 0; i < MOMENTS; i++) {
            long micros = (long) ((i + random.nextDouble()) * durationMicros / MOMENTS);
            // So that each choice of so many moments is as likely as any other.
            boolean isDeep = random.nextInt(MOMENTS - i) < deep;
            deep -= isDeep ? 1 : 0;
            wanted.add(new Wanted(micros, isDeep));
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
        add(micros, DecodedPicture.thumbprint(picture), picture.isKey());
        sampler.film(picture, micros);
    }

    /** Takes the next picture and when it is first shown; until then the one before it is. */
    void add(long micros, Thumbprint print, boolean isKey) {
        passMoments(micros);
        shown = new Shown(print, micros, Long.MAX_VALUE);
        if (isKey || key == null) {
            key = shown;
            isKeyTaken = false;
        }
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
        if (shown == null || key == null) {
            return;
        }
        Shown now = shown.until(untilMicros);
        key = key.micros() == now.micros() ? now : key;
        while (moments.size() < MOMENTS && wanted.get(moments.size()).micros() < untilMicros) {
            Wanted next = wanted.get(moments.size());
            boolean isDeep = next.deep() || isKeyTaken;
            isKeyTaken |= !isDeep;
            moments.add((isDeep ? now : key).at(next.micros()));
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
