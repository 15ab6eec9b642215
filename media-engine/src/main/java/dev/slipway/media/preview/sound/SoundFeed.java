package dev.slipway.media.preview.sound;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.codec.Decoder;
import dev.slipway.media.ffmpeg.container.Demuxer;
import dev.slipway.media.ffmpeg.container.Packet;
import dev.slipway.media.ffmpeg.container.Track;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.output.AudioOutput;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.probe.source.SourceFormats;
import dev.slipway.media.sound.SampleGrid;
import dev.slipway.media.sound.StereoBlock;
import dev.slipway.media.sound.StereoConverter;
import dev.slipway.media.timestamp.FollowingClock;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that decodes a film's sound from one moment on, mixed to stereo as it will be published, and gives it to an
 * output. It reads the file by itself, so that sound never waits for pictures.
 */
final class SoundFeed implements AutoCloseable {
    /** Decoders need a few packets before what they give is right. */
    private static final long MARGIN_MICROS = 500_000;

    private static final int SAMPLE_BYTES = 2;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Path file;
    private final SourceScan scan;
    private final long startMicros;
    private final SoundLine line;
    private final DoubleSupplier volume;
    private volatile boolean ended;
    private @Nullable Thread thread;

    private SoundFeed(Path file, SourceScan scan, long startMicros, SoundLine line, DoubleSupplier volume) {
        this.file = file;
        this.scan = scan;
        this.startMicros = startMicros;
        this.line = line;
        this.volume = volume;
    }

    static SoundFeed start(Path file, SourceScan scan, long micros, SoundLine line, DoubleSupplier volume) {
        SoundFeed feed = new SoundFeed(file, scan, micros, line, volume);
        feed.thread = Thread.ofPlatform().name("preview sound").daemon().start(feed::run);
        return feed;
    }

    private void run() {
        SampleGrid grid =
                new SampleGrid(samples(startMicros), samplesUntil(scan.facts().durationMicros()), this::write);
        try (Demuxer demuxer = Demuxer.open(file, SourceFormats.ALLOWED);
                Packet packet = new Packet();
                StereoConverter converter = new StereoConverter(grid::place)) {
            List<Track> tracks = demuxer.tracks();
            Track track = tracks.get(scan.soundTrack().orElseThrow());
            demuxer.keepOnly(Set.of(track.index()));
            FollowingClock clock = scan.traits().jumps().isEmpty()
                    ? null
                    : new FollowingClock(track.timebase(), scan.traits().jumps());
            if (clock == null) {
                enter(demuxer, track);
            }
            try (Decoder decoder = Decoder.open(track, 1)) {
                while (!ended && demuxer.read(packet)) {
                    if (packet.track() == track.index()) {
                        if (clock != null) {
                            clock.correct(packet);
                        }
                        decoder.decode(packet, frame -> give(frame, track.timebase(), converter));
                    }
                }
                decoder.decode(null, frame -> give(frame, track.timebase(), converter));
            }
            converter.finish();
            if (!ended) {
                grid.finish();
            }
        } catch (FfmpegException e) {
            // Pictures go on by the machine's clock; that the sound is damaged is told when the film is prepared.
            grid.finish();
        }
    }

    private void enter(Demuxer demuxer, Track track) {
        long target = startMicros - MARGIN_MICROS;
        if (target > 0) {
            try {
                demuxer.seek(track, track.timebase().fromMicros(scan.originMicros() + target));
            } catch (FfmpegException unseekable) {
                if (unseekable.isOfTheSource()) {
                    throw unseekable;
                }
                // Read from where it stands, which is the beginning: what comes too early is left out.
            }
        }
    }

    private void give(Frame frame, Timebase timebase, StereoConverter converter) {
        if (!ended && frame.bestTime() != Timebase.NONE && frame.samples() > 0) {
            try (Frame timed = frame.share()) {
                timed.setPts(timebase.toMicros(frame.bestTime()) - scan.originMicros());
                converter.accept(timed);
            }
        }
    }

    private void write(StereoBlock block) {
        byte[] bytes = new byte[block.samples() * 2 * SAMPLE_BYTES];
        double loud = volume.getAsDouble() * Short.MAX_VALUE;
        for (int sample = 0, at = 0; sample < block.samples(); sample++) {
            at = put(bytes, at, loud * block.left()[sample]);
            at = put(bytes, at, loud * block.right()[sample]);
        }
        int written = 0;
        while (!ended && written < bytes.length) {
            int taken = line.write(bytes, written, bytes.length - written);
            written += taken;
            ended = ended || taken <= 0; // it was stopped or is dead: to offer the rest again would keep a core busy
        }
    }

    private static int put(byte[] bytes, int at, double value) {
        int sample = (int) Math.clamp(Math.round(value), Short.MIN_VALUE, Short.MAX_VALUE);
        bytes[at] = (byte) sample;
        bytes[at + 1] = (byte) (sample >> Byte.SIZE);
        return at + SAMPLE_BYTES;
    }

    private static long samples(long micros) {
        return micros * AudioOutput.SAMPLE_RATE / TimeUnit.SECONDS.toMicros(1);
    }

    /** Rounded up: sound that ended a fraction of a sample before the film would leave it waiting for its end. */
    private static long samplesUntil(long micros) {
        return Math.ceilDiv(micros * AudioOutput.SAMPLE_RATE, TimeUnit.SECONDS.toMicros(1));
    }

    /** Nothing more is given to the line. */
    void end() {
        ended = true;
    }

    /** Ends the thread and waits for it; the line must have been stopped, or it may be waiting there. */
    @Override
    public void close() {
        end();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
