package dev.slipway.desk.prepare.survival;

import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.protect.sound.SoundSurvival;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.Protection;
import dev.slipway.model.manifest.SignedManifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The reports of a finished folder. They lie with the draft, so that every start of the desk finds them; they are no part
 * of the publication, and nothing fails without them. Blocking.
 */
record KeptReports(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(KeptReports.class);
    private static final int MOST_BYTES = 4 << 20;

    Survival read() {
        return manifest().map(this::read).orElse(Survival.UNASKED);
    }

    private Survival read(Manifest manifest) {
        Protection asked = manifest.protection();
        if (asked == null) {
            return Survival.UNASKED;
        }
        boolean isHeard = asked.audioLevel() != AudioLevel.NONE
                && manifest.withRole(ArtifactRole.AUDIO).findAny().isPresent();
        return new Survival(pictures(asked), isHeard ? sound(asked) : new Finding.Unasked<>());
    }

    /** Nothing is known of a folder without one; whoever signs it says so. */
    private Optional<Manifest> manifest() {
        try {
            return Optional.of(SignedManifest.parse(bytes(Manifest.FILE_NAME)).manifest());
        } catch (IOException | IllegalArgumentException e) {
            LOG.info("The manifest in {} says nothing of a protection", folder, e);
            return Optional.empty();
        }
    }

    private Finding<SurvivalReport> pictures(Protection asked) {
        return report(SurvivalReport.FILE_NAME, SurvivalReport.class)
                .filter(report -> report.settings().equals(asked))
                .<Finding<SurvivalReport>>map(Finding.Known::new)
                .orElseGet(() -> new Finding.Unreadable<>(SurvivalReport.FILE_NAME));
    }

    private Finding<SoundSurvival> sound(Protection asked) {
        return report(SoundReport.FILE_NAME, SoundReport.class)
                .flatMap(report -> Optional.ofNullable(report.protection()))
                .filter(report -> report.level() == asked.audioLevel())
                .<Finding<SoundSurvival>>map(Finding.Known::new)
                .orElseGet(() -> new Finding.Unreadable<>(SoundReport.FILE_NAME));
    }

    private <T> Optional<T> report(String name, Class<T> type) {
        try {
            return Optional.ofNullable(Json.STRICT.readValue(bytes(name), type));
        } catch (IOException | JacksonException e) {
            LOG.info("The report {} in {} cannot be read", name, folder, e);
            return Optional.empty();
        }
    }

    private byte[] bytes(String name) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(name + " is larger than any that was written here");
            }
            return bytes;
        }
    }
}
