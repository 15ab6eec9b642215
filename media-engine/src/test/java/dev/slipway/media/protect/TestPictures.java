package dev.slipway.media.protect;

import java.util.Arrays;
import java.util.Random;

/** Luma to protect: shading, stripes and grain, in the given range of levels. */
final class TestPictures {
    private TestPictures() {}

    static byte[] mixed(int width, int height, long seed, int lowest, int highest) {
        Random random = new Random(seed);
        byte[] luma = new byte[width * height];
        int range = highest - lowest;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double shading = (double) x / width;
                double stripes = 0.2 * Math.sin(x * 0.9 + y * 0.4 + seed);
                double grain = 0.1 * random.nextGaussian();
                double level = Math.clamp(shading + stripes + grain, 0, 1);
                luma[y * width + x] = (byte) (lowest + Math.round(level * range));
            }
        }
        return luma;
    }

    static byte[] flat(int width, int height, int level) {
        byte[] luma = new byte[width * height];
        Arrays.fill(luma, (byte) level);
        return luma;
    }
}
