package dev.slipway.media.source;

import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Clips of even patches whose colours are known, in HLG or PQ, and what a standard screen must show of them: computed
 * from BT.2100, BT.2087, Hable's curve (GDC 2010) and the screen's gamma (BT.1886), with no other program's filters in between.
 */
record WideGamutPatches(Transfer transfer, double peakNits) {
    /** Non-linear R'G'B' of BT.2100; greys from black to bright, then tinted and strong colours. */
    static final List<double[]> COLOURS = List.of(
            new double[] {0, 0, 0},
            new double[] {0.25, 0.25, 0.25},
            new double[] {0.4, 0.4, 0.4},
            new double[] {0.6, 0.6, 0.6},
            new double[] {0.7, 0.7, 0.7},
            new double[] {0.6, 0.5, 0.45},
            new double[] {0.45, 0.6, 0.5},
            new double[] {0.3, 0.4, 0.6},
            new double[] {0.65, 0.65, 0.5},
            new double[] {0.2, 0.7, 0.2});

    private static final int PATCH = 64;
    private static final int HEIGHT = 64;
    private static final int FRAMES = 10;

    enum Transfer {
        HLG("arib-std-b67"),
        PQ("smpte2084");

        private final String name;

        Transfer(String name) {
            this.name = name;
        }
    }

    /** @param metadata more parameters for x265, such as the mastering screen's */
    void write(Path clip, String metadata) throws IOException, InterruptedException {
        Path raw = clip.resolveSibling("patches.yuv");
        try (var out = Files.newOutputStream(raw)) {
            for (int frame = 0; frame < FRAMES; frame++) {
                out.write(picture());
            }
        }
        FfmpegTool.ffmpeg(
                "-f",
                "rawvideo",
                "-pix_fmt",
                "yuv420p10le",
                "-s",
                PATCH * COLOURS.size() + "x" + HEIGHT,
                "-r",
                "25",
                "-i",
                raw.toString(),
                "-c:v",
                "libx265",
                "-x265-params",
                "log-level=none:lossless=1:colorprim=bt2020:transfer=%s:colormatrix=bt2020nc:range=limited%s"
                        .formatted(transfer.name, metadata),
                clip.toString());
    }

    /** What an 8-bit BT.709 screen is sent for a patch. */
    double[] shown(double[] colour) {
        double[] wide = light(colour);
        double[] narrow = {
            1.6605 * wide[0] - 0.5876 * wide[1] - 0.0728 * wide[2],
            -0.1246 * wide[0] + 1.1329 * wide[1] - 0.0083 * wide[2],
            -0.0182 * wide[0] - 0.1006 * wide[1] + 1.1187 * wide[2]
        };
        double brightest = Math.max(1e-6, Math.max(narrow[0], Math.max(narrow[1], narrow[2])));
        double gain = hable(brightest) / hable(peakNits / 100) / brightest;
        for (int channel = 0; channel < 3; channel++) {
            double linear = Math.clamp(narrow[channel] * gain, 0, 1);
            narrow[channel] = 255 * Math.pow(linear, 1 / 2.4);
        }
        return narrow;
    }

    /** Light on the screen in units of 100 cd/m². */
    private double[] light(double[] colour) {
        if (transfer == Transfer.PQ) {
            return new double[] {pq(colour[0]), pq(colour[1]), pq(colour[2])};
        }
        double[] scene = {hlg(colour[0]), hlg(colour[1]), hlg(colour[2])};
        double luminance = 0.2627 * scene[0] + 0.678 * scene[1] + 0.0593 * scene[2];
        double gain = luminance > 0 ? 10 * Math.pow(luminance, 0.2) : 0;
        return new double[] {scene[0] * gain, scene[1] * gain, scene[2] * gain};
    }

    private static double pq(double signal) {
        double root = Math.pow(signal, 1 / 78.84375);
        return 100 * Math.pow(Math.max(0, root - 0.8359375) / (18.8515625 - 18.6875 * root), 1 / 0.1593017578125);
    }

    private static double hlg(double signal) {
        return signal <= 0.5 ? signal * signal / 3 : (Math.exp((signal - 0.55991073) / 0.17883277) + 0.28466892) / 12;
    }

    private static double hable(double x) {
        return (x * (0.15 * x + 0.05) + 0.004) / (x * (0.15 * x + 0.5) + 0.06) - 0.02 / 0.3;
    }

    private static byte[] picture() {
        int width = PATCH * COLOURS.size();
        ByteBuffer samples = ByteBuffer.allocate(width * HEIGHT * 3).order(ByteOrder.LITTLE_ENDIAN);
        plane(samples, PATCH, HEIGHT, colour -> 64 + 876 * luma(colour));
        plane(samples, PATCH / 2, HEIGHT / 2, colour -> 512 + 896 * (colour[2] - luma(colour)) / 1.8814);
        plane(samples, PATCH / 2, HEIGHT / 2, colour -> 512 + 896 * (colour[0] - luma(colour)) / 1.4746);
        return samples.array();
    }

    private interface Code {
        double of(double[] colour);
    }

    private static void plane(ByteBuffer samples, int patch, int rows, Code code) {
        for (int row = 0; row < rows; row++) {
            for (double[] colour : COLOURS) {
                short value = (short) Math.round(code.of(colour));
                for (int column = 0; column < patch; column++) {
                    samples.putShort(value);
                }
            }
        }
    }

    private static double luma(double[] colour) {
        return 0.2627 * colour[0] + 0.678 * colour[1] + 0.0593 * colour[2];
    }
}
