package dev.slipway.media.ffmpeg;

import org.bytedeco.ffmpeg.avutil.AVTXContext;
import org.bytedeco.ffmpeg.avutil.av_tx_fn;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Owns a pair of Fourier transforms of real numbers, FFmpeg's own, of one length. A spectrum of length n lies as n / 2 + 1
 * pairs of real and imaginary part, from 0 to half the sample rate. Not thread-safe.
 */
public final class RealTransform implements AutoCloseable {
    private final int length;
    private final AVTXContext forward = new AVTXContext(null);
    private final AVTXContext inverse = new AVTXContext(null);
    private final av_tx_fn toSpectrum = new Function();
    private final av_tx_fn toSamples = new Function();
    private final FloatPointer samples;
    private final FloatPointer spectrum;

    /** A place for the address of a native function, which the bindings do not make by themselves. */
    private static final class Function extends av_tx_fn {}

    /** @param length a power of two */
    public RealTransform(int length) {
        Natives.load();
        this.length = length;
        samples = memory(length);
        spectrum = memory(length + 2);
        try (FloatPointer one = new FloatPointer(1f);
                FloatPointer share = new FloatPointer(1f / length)) {
            FfmpegException.check(
                    avutil.av_tx_init(forward, toSpectrum, avutil.AV_TX_FLOAT_RDFT, 0, length, one, 0), "transform");
            FfmpegException.check(
                    avutil.av_tx_init(inverse, toSamples, avutil.AV_TX_FLOAT_RDFT, 1, length, share, 0), "transform");
        } catch (FfmpegException e) {
            close();
            throw e;
        }
    }

    private static FloatPointer memory(int floats) {
        Pointer memory = avutil.av_malloc((long) floats * Float.BYTES);
        if (memory == null) {
            throw new FfmpegException("no memory for a transform");
        }
        return new FloatPointer(memory).capacity(floats);
    }

    /** @param output takes length + 2 numbers */
    public void forward(float[] input, float[] output) {
        samples.put(input, 0, length);
        toSpectrum.call(forward, spectrum, samples, Float.BYTES);
        spectrum.get(output, 0, length + 2);
    }

    /** Undoes {@link #forward}. */
    public void inverse(float[] input, float[] output) {
        spectrum.put(input, 0, length + 2);
        toSamples.call(inverse, samples, spectrum, 2L * Float.BYTES);
        samples.get(output, 0, length);
    }

    @Override
    public void close() {
        avutil.av_tx_uninit(forward);
        avutil.av_tx_uninit(inverse);
        toSpectrum.deallocate();
        toSamples.deallocate();
        avutil.av_free(samples);
        avutil.av_free(spectrum);
    }
}
