package dev.slipway.media.playback;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prepares films for the players, each with something that players stumble over. */
final class Films {
    /** What is said in the drawn film, from its beginning to its end. */
    static final String LINE = "Hier wird gesprochen.";

    private static final int SECONDS = 24;

    private final Path folder;

    /** @param folder where the clips and the films go */
    Films(Path folder) {
        this.folder = folder;
    }

    /** A test picture of 640 × 360 at 25 a second with a tone and German subtitles, as VP9 and H.264. */
    PreparedFilm drawn() throws Exception {
        return PreparedFilm.of(clip(), "drawn", folder, PlanRequest.defaults());
    }

    private Path clip() throws Exception {
        Path clip = folder.resolve("drawn.mkv");
        if (!Files.exists(clip)) {
            draw(clip);
        }
        return clip;
    }

    private void draw(Path clip) throws Exception {
        Path subtitles = Files.writeString(
                folder.resolve("lines.srt"), "1\n00:00:00,000 --> 00:00:%d,000\n%s\n".formatted(SECONDS, LINE));
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360:rate=25:duration=" + SECONDS,
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=" + SECONDS,
                "-i",
                subtitles.toString(),
                "-metadata:s:s:0",
                "language=deu",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                clip.toString());
    }
}
