package dev.slipway.media.preview.sound;

import dev.slipway.media.probe.SourceScan;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The film's sound, heard, is the clock: ears notice a stumble that eyes do not, so pictures wait where the sound does.
 * Where it stands still for long (the output was pulled out) time goes on by the machine's own clock until the output
 * moves again; the sound then goes on where the pictures are.
 */
public final class SoundClock implements PlayClock {
    /** Nothing that is only slow takes so long. */
    private static final long STANDSTILL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final SourceScan scan;
    private final SoundLine line;
    private final LongSupplier nanos;
    private final WallClock instead;
    private volatile double volume = 1;
    private @Nullable SoundFeed feed;
    private long startMicros;
    private long heardBefore;
    private long lastHeard;
    private long lastMove;
    private boolean running;
    private boolean broken;

    /** @param line closed with the clock */
    public SoundClock(Path file, SourceScan scan, SoundLine line) {
        this(file, scan, line, System::nanoTime);
    }

    SoundClock(Path file, SourceScan scan, SoundLine line, LongSupplier nanos) {
        this.file = file;
        this.scan = scan;
        this.line = line;
        this.nanos = nanos;
        this.instead = new WallClock(nanos);
    }

    @Override
    public void start(long micros) {
        startMicros = micros;
        heardBefore = line.heardMicros();
        lastHeard = heardBefore;
        lastMove = nanos.getAsLong();
        broken = false;
        running = true;
        line.start();
        feed = SoundFeed.start(file, scan, micros, line, () -> volume);
    }

    @Override
    public long micros() {
        if (!running) {
            return startMicros;
        }
        if (broken && line.heardMicros() != lastHeard) {
            stop();
            start(startMicros);
        }
        return broken ? instead.micros() : heard();
    }

    private long heard() {
        long now = nanos.getAsLong();
        long heard = line.heardMicros();
        if (heard != lastHeard) {
            lastHeard = heard;
            lastMove = now;
        }
        long micros = startMicros + heard - heardBefore;
        if (now - lastMove > STANDSTILL_NANOS) {
            broken = true;
            instead.start(micros);
        }
        return micros;
    }

    @Override
    public void stop() {
        if (running) {
            startMicros = broken ? instead.micros() : heard();
            running = false;
            SoundFeed ended = feed;
            feed = null;
            if (ended != null) {
                ended.end();
            }
            line.stop();
            if (ended != null) {
                ended.close();
            }
        }
    }

    @Override
    public void setVolume(double share) {
        volume = Math.clamp(share, 0, 1);
    }

    @Override
    public void close() {
        stop();
        line.close();
    }
}
