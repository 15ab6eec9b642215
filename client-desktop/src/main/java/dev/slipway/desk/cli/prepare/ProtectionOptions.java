package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how the pictures are protected against recognition by machines. */
final class ProtectionOptions {
    @Option(
            names = "--protect",
            description = "Adds noise below the threshold of seeing and hearing, against recognition by machines, and"
                    + " reports how much of it survived. See docs/protection.md for what that proves and what not.")
    private boolean protect;

    @Option(
            names = "--epsilon",
            paramLabel = "SHARE",
            description = "With --protect: no pixel changes by more than this share of the range, 0.04 to 0.20"
                    + " (default 0.12).")
    private @Nullable Double epsilon;

    @Option(
            names = "--strength",
            paramLabel = "X",
            description = "With --protect: just-noticeable differences to spend, 1.0 to 2.0 (default 1.0).")
    private @Nullable Double strength;

    @Option(
            names = "--every-n-frames",
            paramLabel = "N",
            description =
                    "With --protect: pictures from one noise to the next, 1 to 30 (default 10). Fewer are harder to"
                            + " average away and survive less well.")
    private @Nullable Integer everyNFrames;

    /** Null where no protection is wanted. */
    @Nullable
    Protection wish() {
        if (!protect) {
            requireNoSettings();
            return null;
        }
        Protection defaults = Protection.DEFAULT;
        try {
            return new Protection(
                    epsilon == null ? defaults.epsilon() : epsilon,
                    strength == null ? defaults.strength() : strength,
                    everyNFrames == null ? defaults.everyNFrames() : everyNFrames,
                    defaults.audioLevel());
        } catch (IllegalArgumentException e) {
            throw new DeskException(ProblemCode.USAGE, "These settings do not work: " + e.getMessage() + ".", e);
        }
    }

    private void requireNoSettings() {
        if (epsilon != null || strength != null || everyNFrames != null) {
            throw new DeskException(
                    ProblemCode.USAGE,
                    "--epsilon, --strength and --every-n-frames are settings of --protect. Add it, or leave them out.");
        }
    }
}
