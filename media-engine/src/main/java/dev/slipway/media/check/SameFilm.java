package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.Frame;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Looks whether the other pictures of a publication belong to the film that its cheapest rung shows. */
final class SameFilm {
    /** Coding and scaling leave far more than this; another film at the same moment has about 0. */
    private static final double RUNG_LIKENESS = 0.9;

    /** A still is compared with pictures near its own, not with its own. */
    private static final double STILL_LIKENESS = 0.6;

    private static final long EARLY_MICROS = 2_000;
    private static final int PREVIEW_STEP = 10;
    private static final int MAX_CELLS = 25;

    private final FilmStrip film;
    private final CheckRun run;

    SameFilm(FilmStrip film, CheckRun run) {
        this.film = film;
        this.run = run;
    }

    /** Decodes a rung at the film's moments only. */
    void checkRung(Artifact artifact, Path file) {
        for (FilmStrip.Moment moment : film.moments()) {
            Thumbprint found = pictureAt(artifact, file, moment.micros());
            require(artifact, found.likeness(moment.print()), RUNG_LIKENESS, moment.micros());
        }
    }

    /** Decodes the preview whole and compares some of its pictures. */
    void checkPreview(Artifact artifact, Path file) {
        List<Double> likenesses = new ArrayList<>();
        long[] frames = {0};
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.decode(picture -> {
                DecodedPicture.check(artifact, picture);
                if (frames[0]++ % PREVIEW_STEP == 0) {
                    likenesses.add(film.likeness(DecodedPicture.thumbprint(picture)));
                }
            });
        }
        ArtifactMedia claim = artifact.media();
        if (claim.frames() == null || claim.frames() != frames[0]) {
            throw Refusal.differs(
                    ProblemCode.MEDIA_DIFFERS,
                    artifact.path(),
                    "frames",
                    claim.frames() == null ? "nothing" : claim.frames(),
                    frames[0]);
        }
        require(artifact, average(likenesses), STILL_LIKENESS, 0);
    }

    void checkPoster(Artifact artifact, Path file) {
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            One one = new One(artifact, 0, decoder);
            decoder.decode(one);
            require(artifact, film.likeness(one.print()), STILL_LIKENESS, 0);
        }
    }

    /** Compares some of the small frames on the sheet, each with the whole film. */
    void checkSheet(Artifact artifact, Path file) {
        Sheet sheet = Sheet.of(artifact);
        List<Double> likenesses = new ArrayList<>();
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.decode(picture -> {
                DecodedPicture.check(artifact, picture);
                byte[] luma = picture.plane(0);
                int step = Math.max(1, sheet.frames() / MAX_CELLS);
                for (int cell = 0; cell < sheet.frames(); cell += step) {
                    likenesses.add(film.likeness(sheet.cell(luma, cell)));
                }
            });
        }
        require(artifact, average(likenesses), STILL_LIKENESS, 0);
    }

    private Thumbprint pictureAt(Artifact artifact, Path file, long micros) {
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.seek(micros);
            One one = new One(artifact, micros - EARLY_MICROS, decoder);
            decoder.decode(one);
            return one.print();
        }
    }

    private static double average(List<Double> likenesses) {
        OptionalDouble average =
                likenesses.stream().mapToDouble(Double::doubleValue).average();
        return average.orElse(0);
    }

    private static void require(Artifact artifact, double likeness, double least, long micros) {
        if (likeness < least) {
            throw new Refusal(
                    ProblemCode.PICTURES_DIFFER,
                    artifact.path(),
                    artifact.path() + " does not show the same video as the other files. Prepare the video again and"
                            + " publish what comes out.",
                    String.format(Locale.ROOT, "likeness %.3f at %d µs, least %.2f", likeness, micros, least));
        }
    }

    /** Takes the first picture that is shown at or after a time. */
    private static final class One implements TrackDecoder.FrameConsumer {
        private final Artifact artifact;
        private final long fromMicros;
        private final TrackDecoder decoder;
        private final List<Thumbprint> found = new ArrayList<>(1);

        One(Artifact artifact, long fromMicros, TrackDecoder decoder) {
            this.artifact = artifact;
            this.fromMicros = fromMicros;
            this.decoder = decoder;
        }

        @Override
        public void take(Frame frame) {
            DecodedPicture.check(artifact, frame);
            boolean reached = fromMicros <= 0 || decoder.track().timebase().toMicros(frame.bestTime()) >= fromMicros;
            if (reached && found.isEmpty()) {
                found.add(DecodedPicture.thumbprint(frame));
            }
        }

        @Override
        public boolean hasEnough() {
            return !found.isEmpty();
        }

        Thumbprint print() {
            if (found.isEmpty()) {
                throw TrackDecoder.undecodable(artifact, "no picture at or after " + fromMicros + " µs");
            }
            return found.getFirst();
        }
    }
}
