package dev.slipway.media.check;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.problem.ProblemCode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A picture that came out of a decoder, held against what the manifest claims of its size. */
final class DecodedPicture {
    /** None with transparency: what shows through it is not in the file. */
    private static final Set<String> FORMATS = Set.of("yuv420p", "yuvj420p");

    private DecodedPicture() {}

    /** A stream may change size in the middle, whatever its header says, so every picture is looked at. */
    static void check(Artifact artifact, Frame picture) {
        equal(artifact, "width", artifact.media().width(), picture.width());
        equal(artifact, "height", artifact.media().height(), picture.height());
        String format = picture.pictureFormat().pixelFormatName();
        if (!FORMATS.contains(format)) {
            throw new Refusal(
                    ProblemCode.MEDIA_DIFFERS,
                    artifact.path(),
                    artifact.path() + " holds pictures of kind " + format + "; 8-bit 4:2:0 is what browsers play."
                            + " Prepare the video again.",
                    "pixel format " + format);
        }
    }

    static Thumbprint thumbprint(Frame picture) {
        return PicturePlanes.of(picture).thumbprint();
    }

    private static void equal(Artifact artifact, String what, @Nullable Integer claimed, int found) {
        if (claimed == null || claimed != found) {
            throw Refusal.differs(
                    ProblemCode.MEDIA_DIFFERS, artifact.path(), what, claimed == null ? "nothing" : claimed, found);
        }
    }
}
