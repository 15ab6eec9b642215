package dev.slipway.desk.prepare;

import dev.slipway.media.goal.QualityReport;
import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.model.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finished folder.
 *
 * @param manifest the path of manifest.json in it
 * @param seconds of wall time
 * @param cpuSeconds of all threads together
 * @param sound what was done to the sound and measured of it
 * @param notices what else a person should know of how it went
 * @param protection what the protection was worth, or null where none was asked for
 * @param outlook what was foretold before it began
 * @param quality what the film got of the quality that was wished, or null where none was
 */
public record Prepared(
        Path manifest,
        Manifest content,
        double seconds,
        double cpuSeconds,
        long inputBytes,
        long outputBytes,
        List<Notice> notices,
        SoundReport sound,
        @Nullable SurvivalReport protection,
        Outlook outlook,
        @Nullable QualityReport quality) {

    public Prepared {
        notices = List.copyOf(notices);
    }
}
