package dev.slipway.media.pdq;

import java.util.Random;

/** A made picture with large and small shapes, as photographs have them, and what may become of it. */
record Scene(byte[] luma, int width, int height) {
    private static final int SHAPES = 60;

    static Scene random(int width, int height, long seed) {
        Random random = new Random(seed);
        byte[] luma = new byte[width * height];
        for (int shape = 0; shape < SHAPES; shape++) {
            double middleX = random.nextDouble() * width;
            double middleY = random.nextDouble() * height;
            double radius = (0.03 + 0.2 * random.nextDouble()) * height;
            int level = 16 + random.nextInt(220);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    if (Math.hypot(x - middleX, y - middleY) < radius) {
                        luma[y * width + x] = (byte) level;
                    }
                }
            }
        }
        return new Scene(luma, width, height);
    }

    static Scene flat(int width, int height, int level) {
        byte[] luma = new byte[width * height];
        java.util.Arrays.fill(luma, (byte) level);
        return new Scene(luma, width, height);
    }

    int at(int y, int x) {
        return Byte.toUnsignedInt(luma[y * width + x]);
    }

    /** One new level for each pixel. */
    interface Pixel {
        double level(int y, int x);
    }

    static Scene drawn(int width, int height, Pixel pixel) {
        byte[] luma = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                luma[y * width + x] = (byte) Math.clamp(Math.round(pixel.level(y, x)), 0, 255);
            }
        }
        return new Scene(luma, width, height);
    }

    /** Averages of what each new pixel covers. */
    Scene scaled(int toWidth, int toHeight) {
        return drawn(toWidth, toHeight, (y, x) -> {
            int fromY = y * height / toHeight;
            int toY = Math.max(fromY + 1, (y + 1) * height / toHeight);
            int fromX = x * width / toWidth;
            int toX = Math.max(fromX + 1, (x + 1) * width / toWidth);
            long sum = 0;
            for (int row = fromY; row < toY; row++) {
                for (int column = fromX; column < toX; column++) {
                    sum += at(row, column);
                }
            }
            return (double) sum / ((toY - fromY) * (toX - fromX));
        });
    }

    Scene brighter(double factor, int more) {
        return drawn(width, height, (y, x) -> at(y, x) * factor + more);
    }

    Scene noisy(double deviation) {
        Random random = new Random(99);
        return drawn(width, height, (y, x) -> at(y, x) + random.nextGaussian() * deviation);
    }

    Pdq hash() {
        return PdqHasher.hash(luma, width, height, PdqHasher.Range.FULL);
    }
}
