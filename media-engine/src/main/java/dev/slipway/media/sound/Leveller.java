package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.Opened;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.SoundFormat;
import dev.slipway.media.plan.output.AudioOutput;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Brings the whole film to a loudness by one gain, so that its dynamics stay, and keeps its peaks below the ceiling by a
 * limiter at four times the sample rate, where peaks between samples show (EBU R 128 s1: true peak). Not thread-safe.
 */
public final class Leveller implements SoundTreatment {
    /** In decibels of full scale: one below what is allowed at the end, because codecs add to peaks. */
    private static final double CEILING = -2;

    /** More would lift the noise of a room or a tape, not speech. */
    static final double MOST_GAIN = 24;

    private static final int OVERSAMPLED = 4 * AudioOutput.SAMPLE_RATE;

    private final Opened opened = new Opened();
    private final double target;
    private final Loudness before;
    private final double gain;
    private final FilterGraph graph;
    private final LoudnessMeter meter;
    private final SampleGrid grid;
    private Consumer<StereoBlock> output = block -> {};
    private long taken;

    /**
     * @param target in LUFS
     * @param before what a first pass over the same mix measured
     * @param samples how many there are
     */
    public Leveller(double target, Loudness before, long samples) {
        this.target = target;
        this.before = before;
        this.gain = gain(target, before);
        this.grid = new SampleGrid(samples, this::give);
        try {
            SoundFormat stereo = SoundFormat.stereoFloats(AudioOutput.SAMPLE_RATE);
            graph = opened.with(FilterGraph.forSound(stereo, SoundMix.SAMPLES, chain(gain)), FilterGraph::close);
            meter = opened.with(new LoudnessMeter(), LoudnessMeter::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static double gain(double target, Loudness before) {
        return before.silent() ? 0 : Math.min(MOST_GAIN, target - before.integrated());
    }

    private static String chain(double gain) {
        return String.format(
                Locale.ROOT,
                "volume=%.3fdB:precision=float,aresample=%d,alimiter=level=0:limit=%.6f:attack=5:release=80:latency=1,"
                        + "aresample=%d,aformat=sample_fmts=fltp:channel_layouts=stereo",
                gain,
                OVERSAMPLED,
                Math.pow(10, CEILING / 20),
                AudioOutput.SAMPLE_RATE);
    }

    @Override
    public void accept(StereoBlock block, Consumer<StereoBlock> next) {
        output = next;
        try (Frame frame = block.toFrame(taken)) {
            taken += block.samples();
            graph.filter(frame, grid::place);
        }
    }

    @Override
    public void finish(Consumer<StereoBlock> next) {
        output = next;
        graph.filter(null, grid::place);
        grid.finish();
    }

    private void give(StereoBlock block) {
        meter.accept(block);
        output.accept(block);
    }

    /** After {@link #finish}. */
    public LoudnessReport report() {
        return new LoudnessReport(target, before, gain, meter.finish());
    }

    @Override
    public void close() {
        opened.close();
    }
}
