package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.SoundFormat;
import dev.slipway.media.plan.output.AudioOutput;
import java.util.Locale;
import java.util.Optional;

/** Measures loudness with FFmpeg's ebur128. Not thread-safe. */
public final class LoudnessMeter implements AutoCloseable {
    private static final double SILENCE = -70;
    private static final double LEAST_PEAK = 1e-6;

    private final FilterGraph graph = FilterGraph.forSound(
            SoundFormat.stereoFloats(AudioOutput.SAMPLE_RATE),
            SoundMix.SAMPLES,
            "ebur128=peak=true:metadata=1:framelog=quiet");
    private long taken;
    private double integrated = SILENCE;
    private double range;
    private double peak = LEAST_PEAK;

    public void accept(StereoBlock block) {
        try (Frame frame = block.toFrame(taken)) {
            taken += block.samples();
            graph.filter(frame, this::read);
        }
    }

    /** The last frame speaks of all before it. */
    private void read(Frame frame) {
        number(frame, "I").ifPresent(value -> integrated = Math.max(SILENCE, value));
        number(frame, "LRA").ifPresent(value -> range = value);
        number(frame, "true_peaks_ch0").ifPresent(value -> peak = Math.max(peak, value));
        number(frame, "true_peaks_ch1").ifPresent(value -> peak = Math.max(peak, value));
    }

    private static Optional<Double> number(Frame frame, String key) {
        return frame.note("lavfi.r128." + key)
                .map(text -> Double.parseDouble(text.toLowerCase(Locale.ROOT).replace("inf", "Infinity")))
                .filter(Double::isFinite);
    }

    /** After the last sample. */
    public Loudness finish() {
        graph.filter(null, this::read);
        return new Loudness(integrated, range, 20 * Math.log10(peak));
    }

    @Override
    public void close() {
        graph.close();
    }
}
