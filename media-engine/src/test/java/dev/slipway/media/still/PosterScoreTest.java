package dev.slipway.media.still;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PosterScoreTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @Test
    void blackAndBlurredPicturesLoseAgainstSharpOnes() {
        byte[] black = filled(16);
        byte[] grey = filled(125);
        byte[] sharp = scene();
        assertThat(score(black)).isZero();
        assertThat(score(grey)).isZero();
        assertThat(score(blurred(sharp))).isLessThan(score(sharp));
    }

    private static double score(byte[] luma) {
        return PosterScore.of(Light.of(luma, WIDTH, HEIGHT));
    }

    private static byte[] filled(int luma) {
        byte[] picture = new byte[WIDTH * HEIGHT];
        Arrays.fill(picture, (byte) luma);
        return picture;
    }

    private static byte[] scene() {
        Random random = new Random(3);
        byte[] picture = new byte[WIDTH * HEIGHT];
        for (int index = 0; index < picture.length; index++) {
            picture[index] = (byte) (index / 8 % 2 == 0 ? 40 + random.nextInt(20) : 180 + random.nextInt(20));
        }
        return picture;
    }

    private static byte[] blurred(byte[] picture) {
        byte[] result = new byte[picture.length];
        for (int index = 0; index < picture.length; index++) {
            int sum = 0;
            for (int near = -8; near <= 8; near++) {
                sum += picture[Math.clamp(index + near, 0, picture.length - 1)] & 0xff;
            }
            result[index] = (byte) (sum / 17);
        }
        return result;
    }
}
