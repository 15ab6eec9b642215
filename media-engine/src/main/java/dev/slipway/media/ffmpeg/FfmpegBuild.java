package dev.slipway.media.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/** Which FFmpeg this is. */
public final class FfmpegBuild {
    private FfmpegBuild() {}

    /** FFmpeg's own program of the same build, unpacked where the libraries are; it needs more of the system than they. */
    public static Path program() {
        return Path.of(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
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
