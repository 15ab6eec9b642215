package dev.slipway.media.protect.sound;

import dev.slipway.media.ffmpeg.RealTransform;
import java.util.Arrays;

/**
 * Makes one frame of noise for one frame of one channel. Both channels of a frame use the same phases, so that the noise
 * sits where the sound does: noise from elsewhere than its masker is heard more easily. Not thread-safe.
 */
final class HiddenNoise implements AutoCloseable {
    /** The highest band gets none: codecs drop it and grown-ups do not hear it. */
    private static final int NOISY_BANDS = CriticalBands.COUNT - 1;

    /** Hann's window leaves 3/8 of the power of what is analysed; what is made loses none once frames overlap. */
    private static final double WINDOW_LOSS = 8.0 / 3;

    private final double share;
    /** For analysis: a tone must not pass for sound in bands far from it. */
    private final float[] hann = new float[CriticalBands.FRAME];

    /** For synthesis: its squares add up to 1 where frames overlap by half. */
    private final float[] sine = new float[CriticalBands.FRAME];

    private final float[] weighted = new float[CriticalBands.FRAME];
    private final float[] spectrum = new float[CriticalBands.FRAME + 2];
    private final float[] power = new float[CriticalBands.FRAME / 2 + 1];
    private final MaskingThreshold mask = new MaskingThreshold();
    private final NoiseEnvelope envelope = new NoiseEnvelope();
    private final RealTransform transform = new RealTransform(CriticalBands.FRAME);

    /** @param decibels of the noise from the threshold */
    HiddenNoise(double decibels) {
        share = Math.pow(10, decibels / 10);
        for (int index = 0; index < sine.length; index++) {
            sine[index] = (float) Math.sin(Math.PI * (index + 0.5) / sine.length);
            hann[index] = sine[index] * sine[index];
        }
    }

    /**
     * @param sound the frame
     * @param noise gets the noise, to be added to that of the frames that overlap by half
     */
    void make(float[] sound, NoisePhases phases, float[] noise) {
        for (int index = 0; index < hann.length; index++) {
            weighted[index] = sound[index] * hann[index];
        }
        transform.forward(weighted, spectrum);
        for (int bin = 0; bin < power.length; bin++) {
            power[bin] = spectrum[2 * bin] * spectrum[2 * bin] + spectrum[2 * bin + 1] * spectrum[2 * bin + 1];
        }
        fill(mask.of(power), phases);
        transform.inverse(spectrum, noise);
        for (int index = 0; index < sine.length; index++) {
            noise[index] *= sine[index];
        }
        envelope.measure(sound, hann);
        envelope.apply(noise);
    }

    private void fill(double[] threshold, NoisePhases phases) {
        Arrays.fill(spectrum, 0);
        for (int band = 0; band < NOISY_BANDS; band++) {
            int start = CriticalBands.start(band);
            int end = CriticalBands.start(band + 1);
            float amplitude = (float) Math.sqrt(WINDOW_LOSS * share * threshold[band] / (end - start));
            for (int bin = start; bin < end; bin++) {
                spectrum[2 * bin] = amplitude * phases.cosine(bin);
                spectrum[2 * bin + 1] = amplitude * phases.sine(bin);
            }
        }
    }

    @Override
    public void close() {
        transform.close();
    }
}
