package dev.slipway.media.check;

import dev.slipway.media.mp4.BoxException;
import dev.slipway.media.mp4.Segment;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.mp4.TrackIndexer;
import dev.slipway.media.mp4.TrackKind;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactMedia;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.media.Rational;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Compares what the manifest claims of a VIDEO or AUDIO file with the file's own boxes. */
final class TrackClaims {
    private static final long MAX_SEGMENT_MICROS = 15_000_000;
    private static final long MIN_TOLERANCE_MICROS = 50_000;
    private static final double RATE_TOLERANCE = 0.001;

    private final Artifact artifact;
    private final TrackIndex index;

    private TrackClaims(Artifact artifact, TrackIndex index) {
        this.artifact = artifact;
        this.index = index;
    }

    /** @return the index of a file that is what the manifest says, as far as its boxes tell */
    static TrackIndex check(Artifact artifact, Path file) throws IOException {
        try {
            TrackIndex index = TrackIndexer.index(file);
            new TrackClaims(artifact, index).check();
            return index;
        } catch (BoxException e) {
            throw new Refusal(
                    ProblemCode.CONTAINER_REFUSED,
                    artifact.path(),
                    artifact.path() + " is not a fragmented MP4 file as Slipway writes it. Prepare the video again and"
                            + " publish what comes out.",
                    String.valueOf(e.getMessage()));
        }
    }

    /** One frame, or 50 ms where frames are shorter. */
    static long toleranceMicros(TrackIndex index) {
        return Math.max(MIN_TOLERANCE_MICROS, index.durationMicros() / index.samples());
    }

    private void check() {
        ArtifactMedia claim = artifact.media();
        TrackKind kind = artifact.role() == ArtifactRole.VIDEO ? TrackKind.VIDEO : TrackKind.AUDIO;
        equal(ProblemCode.CODEC_DIFFERS, "codec", claim.codec(), index.codec());
        equal(ProblemCode.CODEC_DIFFERS, "kind", kind, index.kind());
        if (kind == TrackKind.VIDEO) {
            checkPicture(claim);
        } else {
            equal(ProblemCode.MEDIA_DIFFERS, "channels", claim.channels(), index.channels());
            equal(ProblemCode.MEDIA_DIFFERS, "sample rate", claim.sampleRate(), index.sampleRate());
        }
        long claimed = present("durationMicros", claim.durationMicros());
        if (Math.abs(claimed - index.durationMicros()) > toleranceMicros(index)) {
            throw differs("a duration in microseconds of", claimed, index.durationMicros());
        }
        checkSegments();
    }

    private void checkPicture(ArtifactMedia claim) {
        equal(ProblemCode.MEDIA_DIFFERS, "width", claim.width(), index.width());
        equal(ProblemCode.MEDIA_DIFFERS, "height", claim.height(), index.height());
        equal(ProblemCode.MEDIA_DIFFERS, "frames", claim.frames(), index.samples());
        Rational rate = present("frameRate", claim.frameRate());
        double found = index.frameRate().toDouble();
        if (Math.abs(rate.toDouble() - found) > found * RATE_TOLERANCE) {
            throw differs("frame rate", rate, index.frameRate());
        }
    }

    private void checkSegments() {
        for (Segment segment : index.segments()) {
            if (!segment.startsWithKeyFrame()) {
                throw differs("key frames at the start of every segment, also at", micros(segment), "none there");
            }
            if (index.micros(segment.durationTicks()) > MAX_SEGMENT_MICROS) {
                throw differs("segments of about 4 s, also at", micros(segment), "a longer one");
            }
        }
    }

    private String micros(Segment segment) {
        return index.micros(segment.startTicks()) + " µs";
    }

    private void equal(ProblemCode code, String what, @Nullable Object claimed, Object found) {
        Refusal.unlessEqual(code, artifact.path(), what, asLong(present(what, claimed)), asLong(found));
    }

    /** The manifest has some numbers as int that a file's index has as long. */
    private static Object asLong(Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    private <T> T present(String what, @Nullable T claimed) {
        if (claimed == null) {
            throw new Refusal(
                    ProblemCode.INVALID_MANIFEST,
                    artifact.path(),
                    "The manifest does not say the " + what + " of " + artifact.path() + ".",
                    what + " is missing");
        }
        return claimed;
    }

    private Refusal differs(String what, Object claimed, Object found) {
        return Refusal.differs(ProblemCode.MEDIA_DIFFERS, artifact.path(), what, claimed, found);
    }
}
