package dev.slipway.media.prepare.report;

import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.sound.LoudnessReport;
import org.jspecify.annotations.Nullable;

/**
 * What was done to the sound beyond mixing and encoding it.
 *
 * @param loudness null where it was not levelled
 * @param protection null where it was not protected
 */
public record SoundReport(
        @Nullable LoudnessReport loudness, @Nullable SoundSurvival protection) {
    /** Beside the manifest, where anything was done. */
    public static final String FILE_NAME = "sound-report.json";

    public static final SoundReport NOTHING_DONE = new SoundReport(null, null);
}
