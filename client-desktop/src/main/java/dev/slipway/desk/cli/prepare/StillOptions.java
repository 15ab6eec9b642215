package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.cli.argument.TrimArgument;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.plan.wish.StillWishes;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which of the pictures stand for the film. */
final class StillOptions {
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
            throw new DeskException(ProblemCode.USAGE, "These options do not work: " + e.getMessage() + ".", e);
        }
    }
}
