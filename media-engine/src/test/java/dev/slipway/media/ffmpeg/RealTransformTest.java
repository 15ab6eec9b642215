package dev.slipway.media.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RealTransformTest {
    private static final int LENGTH = 64;

    @Test
    void theSpectrumIsWhatTheSumsSayAndComesBackAsTheSamples() {
        Random random = new Random(1);
        float[] samples = new float[LENGTH];
        for (int index = 0; index < LENGTH; index++) {
            samples[index] = random.nextFloat() - 0.5f;
        }
        float[] spectrum = new float[LENGTH + 2];
        float[] back = new float[LENGTH];
        try (RealTransform transform = new RealTransform(LENGTH)) {
            transform.forward(samples, spectrum);
            transform.inverse(spectrum.clone(), back);
        }
        for (int bin = 0; bin <= LENGTH / 2; bin++) {
            double real = 0;
            double imaginary = 0;
            for (int index = 0; index < LENGTH; index++) {
                real += samples[index] * Math.cos(2 * Math.PI * bin * index / LENGTH);
                imaginary -= samples[index] * Math.sin(2 * Math.PI * bin * index / LENGTH);
            }
            assertThat((double) spectrum[2 * bin]).as("real part of %d", bin).isCloseTo(real, within(1e-4));
            assertThat((double) spectrum[2 * bin + 1])
                    .as("imaginary part of %d", bin)
                    .isCloseTo(imaginary, within(1e-4));
        }
        for (int index = 0; index < LENGTH; index++) {
            assertThat(back[index]).isCloseTo(samples[index], within(1e-5f));
        }
    }

    /** The bindings have few places for functions; closing gives them back. */
    @Test
    void manyCanFollowEachOther() {
        float[] samples = new float[LENGTH];
        samples[0] = 1;
        for (int round = 0; round < 100; round++) {
            float[] spectrum = new float[LENGTH + 2];
            try (RealTransform transform = new RealTransform(LENGTH)) {
                transform.forward(samples, spectrum);
            }
            assertThat(spectrum[LENGTH]).isEqualTo(1f);
        }
    }
}
