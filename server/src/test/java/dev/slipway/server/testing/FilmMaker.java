package dev.slipway.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Finished files as the desk makes them, but by Debian's ffmpeg from its own test sources: an independent maker, so that
 * serving and playing are not judged by our own encoder alone. Made once for a JVM.
 */
final class FilmMaker {
    /** No part of the film: a picture of its author. */
    static final String AVATAR = "avatar.webp";

    static final int SECONDS = 24;
    static final int FRAMES_A_SECOND = 25;
    static final int SHEET_COLUMNS = 3;
    static final int SHEET_FRAMES = 6;

    private static final Path FFMPEG = Path.of("/usr/bin/ffmpeg");
    private static final String PICTURE =
            "mandelbrot=size=854x480:rate=" + FRAMES_A_SECOND + ":end_scale=0.02:maxiter=500";
    private static final String SOUND = "sine=frequency=330:sample_rate=48000:beep_factor=4";
    private static final List<String> FRAGMENTS =
            List.of("-movflags", "+frag_keyframe+empty_moov+delay_moov+default_base_moof", "-f", "mp4");
    private static final List<String> GRID = List.of("-force_key_frames", "expr:gte(t,n_forced*4)", "-g", "1000");

    private FilmMaker() {}

    private static final class Made {
        static final Path FOLDER = make();
    }

    /** Skips the test where there is no ffmpeg, and fails it instead when {@code CI=true}. */
    static Path folder() {
        boolean present = Files.isExecutable(FFMPEG);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(present).as("ffmpeg at %s", FFMPEG).isTrue();
        }
        assumeTrue(present, () -> "skipped: there is no ffmpeg at " + FFMPEG);
        return Made.FOLDER;
    }

    private static Path make() {
        try {
            Path folder = Files.createTempDirectory("slipway-film");
            run(folder, master());
            run(folder, rung("480", "libvpx-vp9", "400k", "video-480-vp9.mp4"));
            run(folder, rung("240", "libvpx-vp9", "120k", "video-240-vp9.mp4"));
            run(folder, rung("480", "libx264", "400k", "video-480-h264.mp4"));
            run(folder, sound("libopus", "audio-opus.mp4"));
            run(folder, sound("aac", "audio-aac.mp4"));
            run(folder, List.of("-ss", "8", "-i", "master.mkv", "-frames:v", "1", "poster.webp"));
            run(folder, List.of("-ss", "2", "-i", "master.mkv", "-vf", "scale=256:256", "-frames:v", "1", AVATAR));
            run(
                    folder,
                    List.of(
                            "-i",
                            "master.mkv",
                            "-an",
                            "-vf",
                            "fps=1/4,scale=160:90,tile=3x2",
                            "-frames:v",
                            "1",
                            "thumbnails.webp"));
            run(
                    folder,
                    List.of(
                            "-ss",
                            "6",
                            "-t",
                            "3",
                            "-i",
                            "master.mkv",
                            "-an",
                            "-vf",
                            "scale=-2:240",
                            "-c:v",
                            "libvpx-vp9",
                            "-deadline",
                            "realtime",
                            "-cpu-used",
                            "8",
                            "preview.webm"));
            Files.writeString(
                    folder.resolve("subtitles-en.vtt"), "WEBVTT\n\n00:01.000 --> 00:20.000\nHere it is said.\n");
            return folder;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("ffmpeg could not make the film", e);
        }
    }

    private static List<String> master() {
        return List.of(
                "-f",
                "lavfi",
                "-i",
                PICTURE,
                "-f",
                "lavfi",
                "-i",
                SOUND,
                "-t",
                Integer.toString(SECONDS),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "12",
                "-pix_fmt",
                "yuv420p",
                "-c:a",
                "pcm_s16le",
                "-ac",
                "2",
                "master.mkv");
    }

    private static List<String> rung(String lines, String codec, String rate, String name) {
        List<String> arguments =
                new ArrayList<>(List.of("-i", "master.mkv", "-an", "-vf", "scale=-2:" + lines + ",setsar=1"));
        arguments.addAll(List.of("-c:v", codec, "-b:v", rate));
        arguments.addAll(
                codec.equals("libx264")
                        ? List.of("-preset", "veryfast", "-bf", "0")
                        : List.of("-deadline", "realtime", "-cpu-used", "8", "-row-mt", "1"));
        arguments.addAll(GRID);
        arguments.addAll(FRAGMENTS);
        arguments.add(name);
        return arguments;
    }

    private static List<String> sound(String codec, String name) {
        List<String> arguments = new ArrayList<>(List.of("-i", "master.mkv", "-vn", "-c:a", codec, "-b:a", "64k"));
        arguments.addAll(List.of("-frag_duration", "4000000"));
        arguments.addAll(List.of("-movflags", "+empty_moov+delay_moov+default_base_moof", "-f", "mp4", name));
        return arguments;
    }

    private static void run(Path folder, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(FFMPEG.toString(), "-nostdin", "-v", "error", "-y"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        assertThat(ended && process.exitValue() == 0)
                .as("%s said: %s", command, said)
                .isTrue();
    }
}
