package dev.slipway.media.encode;

import dev.slipway.media.ffmpeg.AudioEncoding;
import dev.slipway.media.ffmpeg.Encoder;
import dev.slipway.media.ffmpeg.FilterGraph;
import dev.slipway.media.ffmpeg.Frame;
import dev.slipway.media.ffmpeg.Packet;
import dev.slipway.media.ffmpeg.SoundFormat;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.mux.TrackFile;
import dev.slipway.media.mux.TrackStatistics;
import dev.slipway.media.plan.AudioOutput;
import dev.slipway.media.plan.Timeline;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread of the pipeline that makes one sound file: stereo at 48 kHz, from the picture's first moment to its last.
 * Gaps become silence, a late start too; what sounds before or after the picture is cut off. It runs unbroken, because
 * sound is quick to make again.
 */
final class SoundStage implements Crew.Work {
    private static final Timebase SAMPLES = new Timebase(1, AudioOutput.SAMPLE_RATE);

    private final FrameQueue input;
    private final AudioOutput output;
    private final Timeline timeline;
    private final Path file;
    private final CompletableFuture<TrackStatistics> statistics;
    private @Nullable SoundFormat format;
    private @Nullable FilterGraph resampler;
    private long segment = 1;

    /** @param statistics completed when the file is finished */
    SoundStage(
            FrameQueue input,
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

    @Override
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
            drain(framer, encoder, track);
            framer.filter(null, frame -> encoder.encode(frame, packet -> write(packet, track)));
            encoder.encode(null, packet -> write(packet, track));
            track.finish();
            statistics.complete(new TrackStatistics(track.packets(), track.payloadBytes(), timeline.durationMicros()));
        } finally {
            closeResampler();
        }
    }

    private void drain(FilterGraph framer, Encoder encoder, TrackFile track) {
        Frame taken = input.take();
        while (taken != null) {
            try (Frame frame = taken) {
                resample(
                        frame,
                        even -> framer.filter(even, exact -> encoder.encode(exact, packet -> write(packet, track))));
            }
            taken = input.take();
        }
        if (resampler != null) {
            resampler.filter(
                    null, even -> framer.filter(even, exact -> encoder.encode(exact, packet -> write(packet, track))));
        }
    }

    /** The first frame's graph begins at 0; one that follows a change of format goes on where the frames are. */
    private void resample(Frame frame, Consumer<Frame> even) {
        SoundFormat current = frame.soundFormat();
        if (resampler == null || !current.equals(format)) {
            String start = format == null ? ":first_pts=0" : "";
            if (resampler != null) {
                resampler.filter(null, even);
            }
            closeResampler();
            format = current;
            resampler = FilterGraph.forSound(
                    current,
                    Timebase.MICROSECONDS,
                    "aresample=%d:async=1%s,aformat=sample_fmts=fltp:channel_layouts=stereo:sample_rates=%d"
                            .formatted(AudioOutput.SAMPLE_RATE, start, AudioOutput.SAMPLE_RATE));
        }
        resampler.filter(frame, even);
    }

    private FilterGraph framer(Encoder encoder) {
        SoundFormat even = SoundFormat.stereoFloats(AudioOutput.SAMPLE_RATE);
        double seconds = timeline.durationMicros() / 1e6;
        String chain = "atrim=end=%1$.6f,apad=whole_dur=%1$.6f,aformat=sample_fmts=%2$s,asetnsamples=n=%3$d:p=0";
        return FilterGraph.forSound(
                even, SAMPLES, chain.formatted(seconds, encoder.sampleFormat(), encoder.frameSamples()));
    }

    private void write(Packet packet, TrackFile track) {
        long boundary = segment * Timeline.SEGMENT_SECONDS * AudioOutput.SAMPLE_RATE;
        if (packet.pts() >= boundary) {
            track.cut();
            segment++;
        }
        track.write(packet);
    }

    private void closeResampler() {
        if (resampler != null) {
            resampler.close();
            resampler = null;
        }
    }
}
