package dev.slipway.media.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Small finished files made by Debian's ffmpeg from its own sources, in the shape that this engine writes. */
public final class FragmentedFiles {
    public static final int SECONDS = 10;
    public static final int FRAMES = SECONDS * 25;

    private static final List<String> FRAGMENTED =
            List.of("-movflags", "+frag_keyframe+delay_moov+default_base_moof+global_sidx");
    private static final List<String> GRID = List.of("-g", "100", "-keyint_min", "100", "-sc_threshold", "0");

    private FragmentedFiles() {}

    /** A VP9 rung of 25 pictures a second, segments of 4 s. */
    public static Path vp9(Path file, int width, int height) throws IOException, InterruptedException {
        return picture(file, width, height, List.of("-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"));
    }

    public static Path h264(Path file, int width, int height) throws IOException, InterruptedException {
        return picture(file, width, height, List.of("-c:v", "libx264", "-preset", "ultrafast", "-bf", "0"));
    }

    /** One that libaom writes, so that the av1C box is a real one. */
    public static Path av1(Path file) throws IOException, InterruptedException {
        return picture(file, 64, 64, List.of("-c:v", "libaom-av1", "-cpu-used", "8", "-usage", "realtime"));
    }

    public static Path opus(Path file) throws IOException, InterruptedException {
        return sound(file, List.of("-c:a", "libopus", "-b:a", "96k"));
    }

    public static Path aac(Path file) throws IOException, InterruptedException {
        return sound(file, List.of("-c:a", "aac", "-b:a", "96k"));
    }

    private static Path picture(Path file, int width, int height, List<String> encoder)
            throws IOException, InterruptedException {
        String source = "testsrc2=size=320x180:rate=25:duration=" + SECONDS + ",scale=" + width + ":" + height;
        run(
                Stream.of("-f", "lavfi", "-i", source, "-pix_fmt", "yuv420p"),
                encoder.stream(),
                GRID.stream(),
                FRAGMENTED.stream(),
                Stream.of("-y", file.toString()));
        return file;
    }

    private static Path sound(Path file, List<String> encoder) throws IOException, InterruptedException {
        run(
                Stream.of("-f", "lavfi", "-i", "aevalsrc=sin(440*2*PI*t)|sin(660*2*PI*t):s=48000:d=" + SECONDS),
                encoder.stream(),
                Stream.of("-frag_duration", "4000000", "-movflags", "+delay_moov+default_base_moof+global_sidx"),
                Stream.of("-y", file.toString()));
        return file;
    }

    @SafeVarargs // only reads the streams
    private static void run(Stream<String>... parts) throws IOException, InterruptedException {
        FfmpegTool.ffmpeg(Stream.of(parts).flatMap(part -> part).toArray(String[]::new));
    }
}
