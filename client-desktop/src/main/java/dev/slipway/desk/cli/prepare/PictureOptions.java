package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.plan.wish.StillWishes;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How good the pictures become, and which of them stand for the film. */
final class PictureOptions {
    @Option(
            names = "--target-quality",
            paramLabel = "DB",
            description =
                    "Searches the lowest rate at which samples of the top rung reach so many dB of XPSNR, from 25 to"
                            + " 48; the other rungs follow in proportion. --bitrate then is the most that is tried.")
    private @Nullable String quality;

    @Nullable
    QualityWish quality() {
        if (quality == null) {
            return null;
        }
        try {
            return new QualityWish(Double.parseDouble(quality));
        } catch (NumberFormatException e) {
            throw new DeskException(
                    ProblemCode.USAGE, "--target-quality is a number of dB such as 38, not \"" + quality + "\".", e);
        } catch (IllegalArgumentException e) {
            throw new DeskException(ProblemCode.USAGE, "These options do not work: " + e.getMessage() + ".", e);
        }
    }

    StillWishes stills() {
        return StillWishes.DEFAULT;
    }
}
