package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.codec.AudioEncoding;
import dev.slipway.media.ffmpeg.codec.Encoder;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.FilterGraph;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.SoundFormat;
import dev.slipway.media.mux.TrackFile;
import dev.slipway.media.mux.TrackStatistics;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.AudioOutput;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One thread of the pipeline that encodes the finished sound with one codec into one file. */
public final class SoundFile {
    private final Supplier<@Nullable Frame> input;
    private final AudioOutput output;
    private final Timeline timeline;
    private final Path file;
    private final CompletableFuture<TrackStatistics> statistics;
    private long segment = 1;

    /**
     * @param input waits for the next frame of the mix; null after the last
     * @param statistics completed when the file is finished
     */
    public SoundFile(
            Supplier<@Nullable Frame> input,
            AudioOutput output,
            Timeline timeline,
            Path file,
            CompletableFuture<TrackStatistics> statistics) {
        this.input = input;
        this.output = output;
        this.timeline = timeline;
        this.file = file;
        this.statistics = statistics;
    }

    public void run() {
        AudioEncoding encoding = new AudioEncoding(
                output.codec().encoder(),
                AudioOutput.SAMPLE_RATE,
                AudioOutput.CHANNELS,
                output.codec().bitrate(),
                Map.of());
        try (Encoder encoder = Encoder.forSound(encoding);
                FilterGraph framer = framer(encoder);
                TrackFile track = TrackFile.mp4(file, encoder, AudioOutput.SAMPLE_RATE)) {
            Frame taken = input.get();
            while (taken != null) {
                try (Frame frame = taken) {
                    encode(frame, framer, encoder, track);
                }
                taken = input.get();
            }
            encode(null, framer, encoder, track);
            encoder.encode(null, packet -> write(packet, track));
            track.finish();
            statistics.complete(new TrackStatistics(track.packets(), track.payloadBytes(), timeline.durationMicros()));
        }
    }

    private void encode(@Nullable Frame mixed, FilterGraph framer, Encoder encoder, TrackFile track) {
        framer.filter(mixed, frame -> encoder.encode(frame, packet -> write(packet, track)));
    }

    private static FilterGraph framer(Encoder encoder) {
        SoundFormat mixed = SoundFormat.stereoFloats(AudioOutput.SAMPLE_RATE);
        String chain = "aformat=sample_fmts=%s,asetnsamples=n=%d:p=0";
        return FilterGraph.forSound(
                mixed, SoundMix.SAMPLES, chain.formatted(encoder.sampleFormat(), encoder.frameSamples()));
    }

    private void write(Packet packet, TrackFile track) {
        long boundary = segment * Timeline.SEGMENT_SECONDS * AudioOutput.SAMPLE_RATE;
        if (packet.pts() >= boundary) {
            track.cut();
            segment++;
        }
        track.write(packet);
    }
}
