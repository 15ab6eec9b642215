package dev.slipway.media.sound;

import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.mux.TrackFile;
import dev.slipway.media.mux.TrackStatistics;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.AudioOutput;
import java.nio.file.Path;
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
        try (SoundEncoder encoder = new SoundEncoder(output);
                TrackFile track = TrackFile.mp4(file, encoder.encoder(), AudioOutput.SAMPLE_RATE)) {
            Frame taken = input.get();
            while (taken != null) {
                try (Frame frame = taken) {
                    encoder.encode(frame, packet -> write(packet, track));
                }
                taken = input.get();
            }
            encoder.finish(packet -> write(packet, track));
            track.finish();
            statistics.complete(new TrackStatistics(track.packets(), track.payloadBytes(), timeline.durationMicros()));
        }
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
