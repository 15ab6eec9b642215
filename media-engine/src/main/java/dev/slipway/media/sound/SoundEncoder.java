package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.Opened;
import dev.slipway.media.ffmpeg.codec.AudioEncoding;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.SoundFormat;
import dev.slipway.media.plan.output.AudioOutput;
import java.util.Map;
import java.util.function.Consumer;

/** Encodes the finished mix with one codec, in the codec's own frames. Used by one thread. */
public final class SoundEncoder implements AutoCloseable {
    private final Opened opened = new Opened();
    private final Encoder encoder;
    private final FilterGraph framer;

    public SoundEncoder(AudioOutput output) {
        AudioEncoding encoding = new AudioEncoding(
                output.codec().encoder(),
                AudioOutput.SAMPLE_RATE,
                AudioOutput.CHANNELS,
                output.codec().bitrate(),
                Map.of());
        try {
            encoder = opened.with(Encoder.forSound(encoding), Encoder::close);
            framer = opened.with(framer(encoder), FilterGraph::close);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static FilterGraph framer(Encoder encoder) {
        SoundFormat mixed = SoundFormat.stereoFloats(AudioOutput.SAMPLE_RATE);
        String chain = "aformat=sample_fmts=%s,asetnsamples=n=%d:p=0";
        return FilterGraph.forSound(
                mixed, SoundMix.SAMPLES, chain.formatted(encoder.sampleFormat(), encoder.frameSamples()));
    }

    Encoder encoder() {
        return encoder;
    }

    public void encode(Frame mixed, Consumer<Packet> packets) {
        framer.filter(mixed, frame -> encoder.encode(frame, packets));
    }

    /** Gives out what is held back. */
    public void finish(Consumer<Packet> packets) {
        framer.filter(null, frame -> encoder.encode(frame, packets));
        encoder.encode(null, packets);
    }

    @Override
    public void close() {
        opened.close();
    }
}
