package dev.slipway.media.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Films whose pictures tell their number by their brightness, which survives any codec. */
public final class NumberedFilm {
    public static final int WIDTH = 160;
    public static final int HEIGHT = 96;
    private static final int BLACK = 24;
    private static final int STEP = 3;

    private NumberedFilm() {}

    /**
     * @param pictures at most 65
     * @param encoding ffmpeg's options for codec and container
     */
    public static void make(Path file, int rate, int pictures, String... encoding)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "-f",
                "lavfi",
                "-i",
                "color=black:s=%dx%d:r=%d,geq=lum='%d+%d*N':cb=128:cr=128".formatted(WIDTH, HEIGHT, rate, BLACK, STEP),
                "-frames:v",
                Integer.toString(pictures)));
        command.addAll(List.of(encoding));
        command.add(file.toString());
        FfmpegTool.ffmpeg(command.toArray(String[]::new));
    }

    /** @param luma of the limited range, from 16 to 235 */
    public static long numberOf(int luma) {
        return Math.round((double) (luma - BLACK) / STEP);
    }

    /** @param grey of a screen, from 0 to 255 */
    public static long numberOfGrey(int grey) {
        return Math.round((grey * 219.0 / 255 + 16 - BLACK) / STEP);
    }
}
