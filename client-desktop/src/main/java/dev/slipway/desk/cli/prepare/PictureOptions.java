package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.cli.argument.TrimArgument;
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

    @Option(
            names = "--poster",
            paramLabel = "AT",
            description =
                    "The poster shows the picture at this moment of the source, such as 12.5 or 1:02:03, instead of the"
                            + " best one.")
    private @Nullable String poster;

    @Option(
            names = "--poster-candidates",
            paramLabel = "N",
            description = "Also writes the best pictures for a poster, from 1 to 12 and apart from each other, into"
                    + " poster-candidates/ with an index; the seconds of one go into --poster.")
    private @Nullable Integer candidates;

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
            throw notWorking(e);
        }
    }

    private static DeskException notWorking(IllegalArgumentException reason) {
        return new DeskException(ProblemCode.USAGE, "These options do not work: " + reason.getMessage() + ".", reason);
    }

    StillWishes stills() {
        if (candidates != null && candidates < 1) {
            throw new DeskException(
                    ProblemCode.USAGE, "--poster-candidates is a number from 1 to 12, not " + candidates + ".");
        }
        try {
            return new StillWishes(
                    poster == null ? null : TrimArgument.moment(poster, "--poster"),
                    candidates == null ? 0 : candidates);
        } catch (IllegalArgumentException e) {
            throw notWorking(e);
        }
    }
}
