package dev.slipway.media.prepare;

import dev.slipway.media.goal.QualityReport;
import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.model.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A finished preparation.
 *
 * @param manifestFile where the manifest lies, beside the files it names
 * @param seconds of wall time
 * @param cpuSeconds of this process, all threads together
 * @param notices what else a person should know of how it went
 * @param sound what was done to the sound and measured of it
 * @param protection what the protection was worth, or null where none was asked for
 * @param outlook what was foretold before it began
 * @param quality what the film got of the quality that was wished, or null where none was
 */
public record Prepared(
        Path manifestFile,
        Manifest manifest,
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

    /** The same, told after what came before it. */
    Prepared after(Notice first) {
        List<Notice> all = Stream.concat(Stream.of(first), notices.stream()).toList();
        return new Prepared(
                manifestFile,
                manifest,
                seconds,
                cpuSeconds,
                inputBytes,
                outputBytes,
                all,
                sound,
                protection,
                outlook,
                quality);
    }
}
