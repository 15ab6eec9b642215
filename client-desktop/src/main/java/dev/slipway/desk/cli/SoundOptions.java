package dev.slipway.desk.cli;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.plan.SoundWishes;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sound is published. */
final class SoundOptions {
    @Option(
            names = "--audio-track",
            paramLabel = "N|LANG",
            description = "The sound track to publish, by the number that probe shows or by its language"
                    + " (default: the one that the file marks).")
    private @Nullable String track;

    SoundWishes wishes() {
        try {
            return SoundWishes.DEFAULT.withTrack(track);
        } catch (IllegalArgumentException e) {
            throw new DeskException(ProblemCode.USAGE, "These options do not work: " + e.getMessage() + ".", e);
        }
    }
}
