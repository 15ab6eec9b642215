package dev.slipway.media.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** One picture of a file as the system's own ffmpeg decodes and shows it: red, green and blue bytes. */
public record Picture(int width, int height, byte[] rgb) {

    /** @param number in the order of presentation, from 0 */
    public static Picture of(Path file, int number) throws IOException, InterruptedException {
        Path raw = Files.createTempFile("picture", ".ppm");
        try {
            String chain =
                    "select=eq(n\\," + number + "),scale=flags=bicubic+accurate_rnd+full_chroma_int,format=rgb24";
            FfmpegTool.ffmpeg(
                    "-y",
                    "-i",
                    file.toString(),
                    "-map",
                    "0:v:0",
                    "-vf",
                    chain,
                    "-vsync",
                    "0",
                    "-frames:v",
                    "1",
                    "-c:v",
                    "ppm",
                    "-f",
                    "image2pipe",
                    raw.toString());
            return portablePixmap(Files.readAllBytes(raw));
        } finally {
            Files.delete(raw);
        }
    }

    private static Picture portablePixmap(byte[] bytes) {
        String[] header = new String(bytes, 0, Math.min(bytes.length, 40), java.nio.charset.StandardCharsets.US_ASCII)
                .split("\\s", 5);
        int width = Integer.parseInt(header[1]);
        int height = Integer.parseInt(header[2]);
        byte[] rgb = new byte[width * height * 3];
        System.arraycopy(bytes, bytes.length - rgb.length, rgb, 0, rgb.length);
        return new Picture(width, height, rgb);
    }

    /** The mean of a square of 8 × 8 whose middle lies at these shares of width and height. */
    public double[] colourAt(double across, double down) {
        double[] sum = new double[3];
        int left = (int) Math.round(across * width) - 4;
        int top = (int) Math.round(down * height) - 4;
        for (int y = top; y < top + 8; y++) {
            for (int x = left; x < left + 8; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    sum[channel] += Byte.toUnsignedInt(rgb[(y * width + x) * 3 + channel]) / 64.0;
                }
            }
        }
        return sum;
    }

    /** The mean of all channels of all pixels. */
    public double brightness() {
        long sum = 0;
        for (byte value : rgb) {
            sum += Byte.toUnsignedInt(value);
        }
        return (double) sum / rgb.length;
    }

    /** Luma of BT.709 at one pixel. */
    public double luma(int x, int y) {
        int at = (y * width + x) * 3;
        return 0.2126 * Byte.toUnsignedInt(rgb[at])
                + 0.7152 * Byte.toUnsignedInt(rgb[at + 1])
                + 0.0722 * Byte.toUnsignedInt(rgb[at + 2]);
    }

    /** How many pictures a file's only picture track shows. */
    public static int count(Path file) throws IOException, InterruptedException {
        JsonNode track = Judge.track(file);
        return Integer.parseInt(track.path("nb_read_frames").asString());
    }
}
