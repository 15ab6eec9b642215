package dev.slipway.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/** Which FFmpeg this is. */
public final class FfmpegBuild {
    private FfmpegBuild() {}

    /**
     * FFmpeg's own program of the same build, unpacked where the libraries are. It needs more of the system than they do,
     * and is tried.
     *
     * @throws FfmpegException with what it misses
     */
    public static Path program() {
        try {
            Path program = Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
            Process trial = new ProcessBuilder(program.toString(), "-version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (trial.waitFor() != 0) {
                throw cannotRun(said.strip());
            }
            return program;
        } catch (LinkageError e) {
            throw cannotRun(String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage()));
        } catch (IOException e) {
            throw cannotRun(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cannotRun("it was interrupted");
        }
    }

    private static FfmpegException cannotRun(String why) {
        return new FfmpegException("FFmpeg's own program does not run here: " + why
                + ". It needs more of the system than the engine; install what it misses (Debian: apt install libpulse0"
                + " libva2 libva-drm2 libva-x11-2 libxcb-shape0 libxcb-xfixes0 libasound2) and try again.");
    }

    /** The version of the libraries' package, found out without loading them. */
    public static String version() {
        try (InputStream in =
                FfmpegBuild.class.getResourceAsStream("/META-INF/maven/org.bytedeco/ffmpeg/pom.properties")) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "of unknown version");
        } catch (IOException e) {
            throw new UncheckedIOException("the version of FFmpeg's package cannot be read", e);
        }
    }

    /** Version and configuration: two builds of one name encode alike. */
    public static String identity() {
        Natives.load();
        return avutil.av_version_info().getString() + " "
                + avcodec.avcodec_configuration().getString();
    }

    /** Whether an encoder of this name was built in; whether it works here is another matter. */
    public static boolean hasEncoder(String name) {
        Natives.load();
        return avcodec.avcodec_find_encoder_by_name(name) != null;
    }
}
