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

    /**
     * What windows spread. Below a tone the threshold falls by 25 dB a Bark, and a Bark is as narrow as four bins there:
     * noise so near the edge of a band would be heard in the next.
     */
    private static final int BLUR = 2;

    private final double share;
    /** The bands that the noise of each bin reaches. */
    private final int[] lowest = new int[CriticalBands.FRAME / 2 + 1];

    private final int[] highest = new int[CriticalBands.FRAME / 2 + 1];
    private final float[] amplitudes = new float[NOISY_BANDS];

    /** For analysis: a tone must not pass for sound in bands far from it. */
    private final float[] hann = new float[CriticalBands.FRAME];

    /**
     * For synthesis: Vorbis I's power-complementary window. Its squares add up to 1 where frames overlap by half, and far
     * from a tone it leaks some 20 dB less than a sine.
     */
    private final float[] smooth = new float[CriticalBands.FRAME];

    private final float[] weighted = new float[CriticalBands.FRAME];
    private final float[] spectrum = new float[CriticalBands.FRAME + 2];
    private final float[] power = new float[CriticalBands.FRAME / 2 + 1];
    private final MaskingThreshold mask = new MaskingThreshold();
    private final NoiseEnvelope envelope = new NoiseEnvelope();
    private final RealTransform transform = new RealTransform(CriticalBands.FRAME);

    /** @param decibels of the noise from the threshold */
    HiddenNoise(double decibels) {
        share = Math.pow(10, decibels / 10);
        for (int index = 0; index < hann.length; index++) {
            double sine = Math.sin(Math.PI * (index + 0.5) / hann.length);
            hann[index] = (float) (sine * sine);
            smooth[index] = (float) Math.sin(Math.PI / 2 * sine * sine);
        }
        int end = CriticalBands.start(NOISY_BANDS) - 1;
        for (int bin = 1; bin <= end; bin++) {
            lowest[bin] = CriticalBands.of(Math.max(1, bin - BLUR));
            highest[bin] = CriticalBands.of(Math.min(end, bin + BLUR));
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
        for (int index = 0; index < noise.length; index++) {
            noise[index] *= smooth[index];
        }
        envelope.measure(sound, hann);
        envelope.apply(noise);
    }

    private void fill(double[] threshold, NoisePhases phases) {
        Arrays.fill(spectrum, 0);
        for (int band = 0; band < NOISY_BANDS; band++) {
            int bins = CriticalBands.start(band + 1) - CriticalBands.start(band);
            amplitudes[band] = (float) Math.sqrt(WINDOW_LOSS * share * threshold[band] / bins);
        }
        for (int bin = 1; bin < CriticalBands.start(NOISY_BANDS); bin++) {
            float amplitude = amplitudes[lowest[bin]];
            for (int band = lowest[bin] + 1; band <= highest[bin]; band++) {
                amplitude = Math.min(amplitude, amplitudes[band]);
            }
            spectrum[2 * bin] = amplitude * phases.cosine(bin);
            spectrum[2 * bin + 1] = amplitude * phases.sine(bin);
        }
    }

    @Override
    public void close() {
        transform.close();
    }
}
