package dev.slipway.media.classifier;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long a model may think altogether. A run that goes beyond it is stopped between two of its operators, or turns of a
 * loop. For one run at a time.
 */
final class TimeBudget implements AutoCloseable {
    private final Duration whole;
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("model-alarm").factory());
    private long leftNanos;

    TimeBudget(Duration whole) {
        this.whole = whole;
        this.leftNanos = whole.toNanos();
    }

    /** One question to the model. */
    interface Run {
        float run(OrtSession.RunOptions options) throws OrtException;
    }

    /** The run was stopped. */
    static final class Spent extends Exception {
        private static final long serialVersionUID = 1L;

        Spent(OrtException cause) {
            super(cause);
        }
    }

    Duration whole() {
        return whole;
    }

    float spend(Run run) throws OrtException, Spent {
        long began = System.nanoTime();
        Bell bell = new Bell(new OrtSession.RunOptions());
        ScheduledFuture<?> ringing = alarm.schedule(bell::ring, leftNanos, TimeUnit.NANOSECONDS);
        try {
            return run.run(bell.options);
        } catch (OrtException e) {
            if (bell.hasRung()) {
                throw new Spent(e);
            }
            throw e;
        } finally {
            ringing.cancel(false);
            bell.close();
            leftNanos = Math.max(0, leftNanos - (System.nanoTime() - began));
        }
    }

    /** Options must not be touched once they are closed. */
    private static final class Bell implements AutoCloseable {
        private final OrtSession.RunOptions options;
        private boolean rung;
        private boolean closed;

        Bell(OrtSession.RunOptions options) {
            this.options = options;
        }

        synchronized void ring() {
            if (!closed) {
                rung = true;
                try {
                    options.setTerminate(true);
                } catch (OrtException e) {
                    throw new IllegalStateException("ONNX Runtime cannot be told to stop", e);
                }
            }
        }

        synchronized boolean hasRung() {
            return rung;
        }

        @Override
        public synchronized void close() {
            closed = true;
            options.close();
        }
    }

    @Override
    public void close() {
        alarm.shutdownNow();
    }
}
