package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.review.PictureSampler;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.media.Rational;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;

/**
 * Decodes the preview whole: every picture has to belong to the film, and they have to follow each other at the claimed
 * rate, so that none stands longer than its neighbours.
 */
final class PreviewClip implements TrackDecoder.FrameConsumer {
    /** A minute at 60 pictures a second, the longest preview that can be asked for. */
    private static final long MAX_PICTURES = 3_600;

    /** Matroska counts milliseconds. */
    private static final long ROUNDING_MICROS = 2_000;

    private final Artifact artifact;
    private final FilmStrip film;
    private final Timebase timebase;
    private final Rational rate;
    private final PictureSampler sampler;
    private final MatchCount matches;

    private PreviewClip(Artifact artifact, FilmStrip film, Timebase timebase, Rational rate, PictureSampler sampler) {
        this.artifact = artifact;
        this.film = film;
        this.timebase = timebase;
        this.rate = rate;
        this.sampler = sampler;
        this.matches = new MatchCount(film);
    }

    static void check(Artifact artifact, Path file, FilmStrip film, PictureSampler sampler, CheckRun run) {
        ArtifactMedia claim = artifact.media();
        Long frames = claim.frames();
        Rational rate = claim.frameRate();
        if (frames == null || rate == null || frames > MAX_PICTURES) {
            throw new Refusal(
                    ProblemCode.INVALID_MANIFEST,
                    artifact.path(),
                    artifact.path() + " has to have a frame rate and at most " + MAX_PICTURES
                            + " pictures. Prepare the video again.",
                    frames + " frames at " + rate);
        }
        try (TrackDecoder decoder = TrackDecoder.open(artifact, file, run)) {
            requireOpaque(artifact, decoder.track());
            PreviewClip clip = new PreviewClip(artifact, film, decoder.track().timebase(), rate, sampler);
            decoder.decode(clip);
            Refusal.unlessEqual(ProblemCode.MEDIA_DIFFERS, artifact.path(), "frames", frames, clip.matches.pictures());
            clip.matches.require(artifact);
        }
    }

    @Override
    public void take(Frame picture) {
        DecodedPicture.check(artifact, picture);
        long even = Math.round(matches.pictures() * 1e6 / rate.toDouble());
        long micros = timebase.toMicros(picture.bestTime());
        if (micros < even - ROUNDING_MICROS || micros > even + ROUNDING_MICROS) {
            throw Refusal.differs(
                    ProblemCode.MEDIA_DIFFERS,
                    artifact.path(),
                    "picture " + matches.pictures() + " at a time in microseconds of",
                    even,
                    micros);
        }
        matches.add(film.likeness(DecodedPicture.thumbprint(picture)));
        sampler.preview(picture, micros);
    }

    /** More pictures than a preview has are not looked at; their number is a refusal. */
    @Override
    public boolean hasEnough() {
        return matches.pictures() > MAX_PICTURES;
    }

    /** The decoder here ignores WebM's second, transparent layer; browsers do not. */
    private static void requireOpaque(Artifact artifact, Track track) {
        if (track.hasAlphaLayer()) {
            throw new Refusal(
                    ProblemCode.MEDIA_DIFFERS,
                    artifact.path(),
                    artifact.path() + " holds a layer of transparency; a preview has none. Prepare the video again.",
                    "AlphaMode is set");
        }
    }
}
