package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.Frame;
import dev.slipway.media.ffmpeg.Track;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The cheapest rung, decoded whole: what the publication shows. Keeps small prints of its pictures for comparison, and
 * those of a few moments that nobody could foresee.
 */
final class FilmStrip {
    /** Eight moments, one in each eighth: a rung that shows another film for a third of the time is always found. */
    private static final int MOMENTS = 8;

    private static final long MAX_PRINTS = 20_000;

    private final Artifact artifact;
    private final long keepEvery;
    private final List<Long> wanted;
    private final List<Thumbprint> prints = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private long frames;

    /** A picture and the time at which it is shown. */
    record Moment(long micros, Thumbprint print) {}

    private FilmStrip(Artifact artifact, long samples, long durationMicros, RandomGenerator random) {
        this.artifact = artifact;
        this.keepEvery = Math.max(1, samples / MAX_PRINTS);
        this.wanted = new ArrayList<>();
        for (int i = 0; i < MOMENTS; i++) {
            wanted.add((long) ((i + random.nextDouble()) * durationMicros / MOMENTS));
        }
    }

    /** @throws Refusal when not every claimed picture comes out, in the claimed size */
    static FilmStrip decode(Artifact artifact, Path file, long durationMicros, RandomGenerator random, CheckRun run) {
        long samples = artifact.media().frames() == null ? 0 : artifact.media().frames();
        FilmStrip strip = new FilmStrip(artifact, samples, durationMicros, random);
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.decode(picture -> strip.add(picture, decoder.track()));
        }
        if (strip.frames != samples) {
            throw Refusal.differs(ProblemCode.MEDIA_DIFFERS, artifact.path(), "decoded frames", samples, strip.frames);
        }
        return strip;
    }

    private void add(Frame picture, Track track) {
        DecodedPicture.check(artifact, picture);
        long micros = track.timebase().toMicros(picture.bestTime());
        boolean momentReached = moments.size() < wanted.size() && micros >= wanted.get(moments.size());
        if (momentReached || frames % keepEvery == 0) {
            Thumbprint print = DecodedPicture.thumbprint(picture);
            prints.add(print);
            if (momentReached) {
                moments.add(new Moment(micros, print));
            }
        }
        frames++;
    }

    List<Moment> moments() {
        return List.copyOf(moments);
    }

    /** How much the picture is like the most similar one of the film. */
    double likeness(Thumbprint picture) {
        return prints.stream().mapToDouble(picture::likeness).max().orElse(0);
    }
}
