package dev.slipway.media.prepare.place;

import dev.slipway.media.prepare.report.SoundReport;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** Files beside a film that its manifest does not name: by what is in them it is told whether a run made them. */
public final class Leftover {
    private static final long MOST_REPORT_BYTES = 4 << 20;
    private static final Map<String, Class<?>> REPORTS =
            Map.of(SoundReport.FILE_NAME, SoundReport.class, SurvivalReport.FILE_NAME, SurvivalReport.class);
    /** How files of each kind begin as we write them. */
    private static final Map<String, String> BEGINNINGS =
            Map.of("m3u8", "#EXTM3U", "mpd", "<?xml", "vtt", "WEBVTT", "webp", "RIFF", "json", "{");

    private Leftover() {}

    /** Whether it can be what a run left there; of another file of that name nothing may be lost. */
    public static boolean isOurs(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        String name = String.valueOf(file.getFileName());
        Class<?> report = REPORTS.get(name);
        return report == null ? begins(file, name) : isReport(file, report);
    }

    /** Deletes it if it is. */
    public static void discard(Path file) throws IOException {
        if (isOurs(file)) {
            Files.delete(file);
        }
    }

    private static boolean begins(Path file, String name) throws IOException {
        String wanted = BEGINNINGS.get(name.substring(name.lastIndexOf('.') + 1));
        if (wanted == null) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(wanted.length()), StandardCharsets.ISO_8859_1).equals(wanted);
        }
    }

    private static boolean isReport(Path file, Class<?> type) throws IOException {
        if (Files.size(file) > MOST_REPORT_BYTES) {
            return false;
        }
        try {
            Json.STRICT.readValue(Files.readAllBytes(file), type);
            return true;
        } catch (JacksonException e) {
            // That is the answer: no run wrote this.
            return false;
        }
    }
}
