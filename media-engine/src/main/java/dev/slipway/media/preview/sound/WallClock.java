package dev.slipway.media.preview.sound;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** The machine's own time, for films without sound and machines without an output for it. */
public final class WallClock implements PlayClock {
    private final LongSupplier nanos;
    private long startNanos;
    private long startMicros;
    private boolean running;

    public WallClock() {
        this(System::nanoTime);
    }

    WallClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void start(long micros) {
        startMicros = micros;
        startNanos = nanos.getAsLong();
        running = true;
    }

    @Override
    public long micros() {
        return running ? startMicros + TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - startNanos) : startMicros;
    }

    @Override
    public void stop() {
        startMicros = micros();
        running = false;
    }

    @Override
    public void setVolume(double share) {
        // There is nothing to hear.
    }

    @Override
    public void close() {
        running = false;
    }
}
