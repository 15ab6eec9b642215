package dev.slipway.media.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Films that turn white and sound at the same moments, and when their finished files do. The first of both comes after
 * one second, the others every two seconds.
 */
public final class FlashAndBeep {
    /** Pictures a second. */
    public static final int RATE = 25;

    private static final int WIDTH = 16;
    private static final int HEIGHT = 9;
    private static final double LOUD = 0.2;

    private FlashAndBeep() {}

    /** Black but for one white picture a flash. */
    public static Path picture(Path file, int seconds) throws IOException, InterruptedException {
        String flashing = "color=black:s=160x90:r=%d:d=%d,drawbox=color=white:t=fill:enable='eq(mod(n,50),25)'"
                .formatted(RATE, seconds);
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", flashing, "-pix_fmt", "yuv420p", "-c:v", "libx264", "-g", "25", file.toString());
        return file;
    }

    /** Silent but for the beeps, in a codec without losses. */
    public static Path sound(Path file, int seconds) throws IOException, InterruptedException {
        String beeping = "aevalsrc='lt(mod(t+1,2),0.05)*0.8*sin(1000*2*PI*t)':s=48000:d=" + seconds;
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", beeping, "-c:a", "flac", file.toString());
        return file;
    }

    /** When a file's only picture track turns white, in seconds. */
    public static List<Double> flashes(Path file, double rate) throws IOException, InterruptedException {
        Path raw = Files.createTempFile("flashes", ".gray");
        try {
            FfmpegTool.ffmpeg(
                    "-y",
                    "-i",
                    file.toString(),
                    "-vf",
                    "scale=%d:%d,format=gray".formatted(WIDTH, HEIGHT),
                    "-fps_mode",
                    "passthrough",
                    "-f",
                    "rawvideo",
                    raw.toString());
            return flashes(Files.readAllBytes(raw), rate);
        } finally {
            Files.delete(raw);
        }
    }

    private static List<Double> flashes(byte[] pictures, double rate) {
        List<Double> flashes = new ArrayList<>();
        boolean bright = false;
        for (int picture = 0; picture < pictures.length / (WIDTH * HEIGHT); picture++) {
            int middle = Byte.toUnsignedInt(pictures[picture * WIDTH * HEIGHT + WIDTH * HEIGHT / 2]);
            if (middle > 128 && !bright) {
                flashes.add(picture / rate);
            }
            bright = middle > 128;
        }
        return flashes;
    }

    /** When it sounds, in seconds. */
    public static List<Double> beeps(Path file) throws IOException, InterruptedException {
        DecodedSound decoded = DecodedSound.of(file);
        List<Double> beeps = new ArrayList<>();
        int at = decoded.firstAbove(LOUD, 0);
        while (at >= 0) {
            beeps.add((double) at / DecodedSound.SAMPLE_RATE);
            at = decoded.firstAbove(LOUD, at + DecodedSound.SAMPLE_RATE);
        }
        return beeps;
    }
}
