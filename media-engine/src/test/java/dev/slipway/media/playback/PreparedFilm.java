package dev.slipway.media.playback;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Films for the players, made by the engine from clips that Debian's ffmpeg drew. */
final class PreparedFilm {
    static final int SECONDS = 24;
    static final String LINE = "Hier wird gesprochen.";
    private static final int THREADS = 2;

    private PreparedFilm() {}

    /** Prepares a clip of 640 × 360 at 25 a second with a tone and German subtitles: rungs of 360 and 240. */
    static Path withEverything(Path folder, PlanRequest wishes) throws Exception {
        Path subtitles = Files.writeString(
                folder.resolve("lines.srt"), "1\n00:00:00,000 --> 00:00:%d,000\n%s\n".formatted(SECONDS, LINE));
        Path clip = folder.resolve("everything.mkv");
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
        return of(clip, folder.resolve("everything"), wishes);
    }

    static Path of(Path clip, Path folder, PlanRequest wishes) {
        new Preparer(() -> Instant.EPOCH, THREADS)
                .prepare(
                        new PrepareRequest(clip, folder, wishes, PrepareRequest.Beginning.AFRESH),
                        ProgressListener.silent(),
                        new Cancellation());
        return folder;
    }
}
