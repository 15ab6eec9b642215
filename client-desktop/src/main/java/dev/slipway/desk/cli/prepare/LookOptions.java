package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.cli.argument.Arguments;
import dev.slipway.desk.cli.argument.TrimArgument;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.probe.Damage;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which pictures the film has and how they look: what a single one of them depends on as well. */
public final class LookOptions {
    @Option(
            names = "--recipe",
            defaultValue = "web",
            paramLabel = "NAME",
            description =
                    "fast, web (default), quality or av1: how the rungs are encoded. quality takes two passes and about six"
                            + " times as long; av1 looks better at the same size and plays in newer browsers only, the"
                            + " H.264 rung serves the others.")
    private String recipe = "web";

    @Option(
            names = "--bitrate",
            paramLabel = "RATE",
            description = "The most that the top rung may spend, such as 2M; the others follow in proportion.")
    private @Nullable String bitrate;

    @Option(
            names = "--target-quality",
            paramLabel = "DB",
            description =
                    "Searches the lowest rate at which samples of the top rung reach so many dB of XPSNR, from 25 to"
                            + " 48; the other rungs follow in proportion. --bitrate then is the most that is tried.")
    private @Nullable String quality;

    @Option(
            names = "--trim",
            paramLabel = "FROM-TO",
            description = "Only this part, in seconds or hours:minutes:seconds, such as 12.5-90 or 1:02:03-1:10:00;"
                    + " either side may be left out.")
    private @Nullable String trim;

    @Option(
            names = "--accept-damage",
            description = "Publishes a file of which more than a tenth is missing or damaged; the last good picture"
                    + " stands for what is lost in between, and the film ends where the file does.")
    private boolean acceptDamage;

    @Mixin
    private final ProtectionOptions protection = new ProtectionOptions();

    /** With nothing else wished. */
    public PrepareOptions options() {
        return PrepareOptions.DEFAULT
                .withRecipe(recipe)
                .withBitrate(bitrate == null ? null : (Long) Arguments.bitrate(bitrate))
                .withTargetQuality(quality())
                .withTrim(trim == null ? null : TrimArgument.parse(trim))
                .withDamage(acceptDamage ? Damage.ACCEPTED : Damage.REFUSED)
                .withProtection(protection.wish());
    }

    private @Nullable QualityWish quality() {
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
}
