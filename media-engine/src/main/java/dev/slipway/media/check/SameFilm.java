package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.review.PictureSampler;
import dev.slipway.media.review.PictureSource;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Looks whether the other pictures of a publication belong to the film that its cheapest rung shows. */
final class SameFilm {
    /** Coding and scaling leave far more than this; another film at the same moment has about 0. */
    private static final double RUNG_LIKENESS = 0.9;

    private final FilmStrip film;
    private final PictureSampler sampler;
    private final CheckRun run;

    /** @param sampler is shown the preview's pictures and the poster */
    SameFilm(FilmStrip film, PictureSampler sampler, CheckRun run) {
        this.film = film;
        this.sampler = sampler;
        this.run = run;
    }

    /** Decodes a rung at the film's moments only, and compares what it shows then. */
    void checkRung(Artifact artifact, Path file) {
        for (FilmStrip.Moment moment : film.moments()) {
            double likeness = shownAt(artifact, file, moment.micros()).likeness(moment.print());
            if (likeness < RUNG_LIKENESS) {
                throw MatchCount.refusal(
                        artifact, String.format(Locale.ROOT, "likeness %.3f at %d µs", likeness, moment.micros()));
            }
        }
    }

    /** Compares every picture of the preview. */
    void checkPreview(Artifact artifact, Path file) {
        PreviewClip.check(artifact, file, film, sampler, run);
    }

    void checkPoster(Artifact artifact, Path file) {
        MatchCount matches = new MatchCount(film);
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.decode(picture -> {
                DecodedPicture.check(artifact, picture);
                matches.add(film.likeness(DecodedPicture.thumbprint(picture)));
                sampler.still(PictureSource.POSTER, picture);
            });
        }
        Refusal.unlessEqual(ProblemCode.MEDIA_DIFFERS, artifact.path(), "pictures:", 1L, matches.pictures());
        matches.require(artifact);
    }

    /** Compares every small frame on the sheet with the film around the time that it stands for. */
    void checkSheet(Artifact artifact, Path file) {
        Sheet sheet = Sheet.of(artifact);
        MatchCount matches = new MatchCount(film);
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.decode(picture -> {
                DecodedPicture.check(artifact, picture);
                PicturePlanes planes = PicturePlanes.of(picture);
                for (int cell = 0; cell < sheet.frames(); cell++) {
                    matches.add(film.likenessNear(sheet.cell(planes, cell), sheet.micros(cell)));
                }
            });
        }
        matches.require(artifact);
    }

    private Thumbprint shownAt(Artifact artifact, Path file, long micros) {
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            decoder.seek(micros);
            try (ShownAt shown = new ShownAt(artifact, micros, decoder.track().timebase())) {
                decoder.decode(shown);
                return shown.print();
            }
        }
    }

    /**
     * Takes the last picture whose time is not after the wanted one. Only that one is looked at: scaling down each that comes
     * before it cost more than decoding them.
     */
    private static final class ShownAt implements TrackDecoder.FrameConsumer, AutoCloseable {
        private final Artifact artifact;
        private final long wantedMicros;
        private final Timebase timebase;
        private @Nullable Frame last;
        private boolean passed;

        ShownAt(Artifact artifact, long wantedMicros, Timebase timebase) {
            this.artifact = artifact;
            this.wantedMicros = wantedMicros;
            this.timebase = timebase;
        }

        @Override
        public void take(Frame frame) {
            DecodedPicture.check(artifact, frame);
            passed |= timebase.toMicros(frame.bestTime()) > wantedMicros;
            if (!passed) {
                close();
                last = frame.share();
            }
        }

        @Override
        public boolean hasEnough() {
            return passed;
        }

        Thumbprint print() {
            if (last == null) {
                throw TrackDecoder.undecodable(artifact, "no picture at " + wantedMicros + " µs");
            }
            return DecodedPicture.thumbprint(last);
        }

        @Override
        public void close() {
            if (last != null) {
                last.close();
                last = null;
            }
        }
    }
}
