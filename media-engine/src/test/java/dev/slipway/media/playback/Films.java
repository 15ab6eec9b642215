package dev.slipway.media.playback;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prepares films for the players, each with something that players stumble over. */
final class Films {
    /** What is said in the drawn film, from its beginning to its end. */
    static final String LINE = "Hier wird gesprochen.";

    private static final int SECONDS = 24;
    private static final int MATRIX_AFTER_TYPE = 44;
    private static final int ONE = 1 << 16;
    private static final int SHORT_SECONDS = 18;
    private static final Trim OFF_EVERY_GRID = new Trim(3_330_000, 21_710_000);
    private static final Trim SHORT = new Trim(0, SHORT_SECONDS * 1_000_000L);

    private final Path folder;

    /** @param folder where the clips and the films go */
    Films(Path folder) {
        this.folder = folder;
    }

    /** A test picture of 640 × 360 at 25 a second with a tone and German subtitles, as VP9 and H.264. */
    PreparedFilm drawn() throws Exception {
        return PreparedFilm.of(clip(), "drawn", folder, PlanRequest.defaults());
    }

    PreparedFilm drawnInAv1() throws Exception {
        return PreparedFilm.of(clip(), "av1", folder, PlanRequest.defaults().withRecipe(Recipe.AV1));
    }

    /** A part that begins and ends beside every frame and segment of the clip. */
    PreparedFilm trimmed() throws Exception {
        return PreparedFilm.of(clip(), "trimmed", folder, PlanRequest.defaults().withTrim(OFF_EVERY_GRID));
    }

    /** Ten pictures a second and no sound. */
    PreparedFilm silent() {
        PlanRequest wishes = PlanRequest.defaults().withTrim(SHORT);
        return real("people-768x432-10fps-noaudio-139s.mp4", "silent", wishes);
    }

    /** From a source of varying frame rate. */
    PreparedFilm variableRate() {
        return real("timestamps-360p-vfr-h264-17s.mp4", "variable-rate", PlanRequest.defaults());
    }

    /** Held upright: 640 × 480 in the file, shown as 480 × 640. */
    PreparedFilm vertical() throws Exception {
        Path clip = folder.resolve("upright.mp4");
        FfmpegTool.ffmpeg(("-f lavfi -i testsrc2=size=640x480:rate=25 -f lavfi -i sine -t " + SHORT_SECONDS
                        + " -c:v libx264 -preset ultrafast " + clip)
                .split(" "));
        Files.write(clip, turned(Files.readAllBytes(clip)));
        return PreparedFilm.of(clip, "vertical", folder, PlanRequest.defaults());
    }

    /** By a quarter, in the first track's header (ISO/IEC 14496-12, 8.3.2). */
    private static byte[] turned(byte[] mp4) {
        int matrix = new String(mp4, StandardCharsets.ISO_8859_1).indexOf("tkhd") + MATRIX_AFTER_TYPE;
        ByteBuffer.wrap(mp4)
                .putInt(matrix, 0)
                .putInt(matrix + 4, ONE)
                .putInt(matrix + 12, -ONE)
                .putInt(matrix + 16, 0);
        return mp4;
    }

    private PreparedFilm real(String clip, String name, PlanRequest wishes) {
        return PreparedFilm.of(Clips.require(clip), name, folder, wishes);
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
