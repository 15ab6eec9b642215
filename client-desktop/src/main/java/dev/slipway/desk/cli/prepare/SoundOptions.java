package dev.slipway.desk.cli.prepare;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sound is published, how loud, and with how much noise. */
final class SoundOptions {
    @Option(
            names = "--audio-track",
            paramLabel = "N|LANG",
            description = "The sound track to publish, by the number that probe shows or by its language"
                    + " (default: the one that the file marks).")
    private @Nullable String track;

    @Option(
            names = "--loudness",
            defaultValue = "off",
            paramLabel = "off|LUFS",
            description = "Levels the whole film by one gain to -14, -16 or -23 LUFS, or another loudness; peaks are"
                    + " limited, dynamics stay, and what is quieter than 24 dB below it is told and stays quieter"
                    + " (default off).")
    private String loudness = "off";

    @Option(
            names = "--audio-level",
            paramLabel = "LEVEL",
            description = "With --protect: none, weak (default), medium or strong noise in the sound.")
    private @Nullable String audioLevel;

    SoundWishes wishes() {
        try {
            return SoundWishes.DEFAULT.withTrack(track).withLoudness(target());
        } catch (IllegalArgumentException e) {
            throw new DeskException(ProblemCode.USAGE, "These options do not work: " + e.getMessage() + ".", e);
        }
    }

    /** @param pictures what is wished for them; null where no protection is */
    @Nullable
    Protection protectedToo(@Nullable Protection pictures) {
        if (audioLevel == null) {
            return pictures;
        }
        if (pictures == null) {
            throw new DeskException(
                    ProblemCode.USAGE, "--audio-level is a setting of --protect. Add it, or leave it out.");
        }
        try {
            return new Protection(
                    pictures.epsilon(), pictures.strength(), pictures.everyNFrames(), AudioLevel.parse(audioLevel));
        } catch (IllegalArgumentException e) {
            throw new DeskException(ProblemCode.USAGE, "These settings do not work: " + e.getMessage() + ".", e);
        }
    }

    private @Nullable Double target() {
        if (loudness.equals("off")) {
            return null;
        }
        try {
            return Double.valueOf(loudness);
        } catch (NumberFormatException e) {
            throw new DeskException(
                    ProblemCode.USAGE, "The loudness is off or a number such as -14, not \"" + loudness + "\".", e);
        }
    }
}
