package dev.slipway.desk.background;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Writes values down one at a time; of those that come meanwhile only the newest is kept. One that cannot be written is
 * tried again, less and less often, until it is; a newer one takes its place and is tried at once. Until then the
 * window's {@link Unkept} tells of it.
 */
public final class Saving<T> {
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(10));

    private final Background background;
    private final Consumer<T> write;
    private final ReadOnlyBooleanWrapper failing = new ReadOnlyBooleanWrapper(this, "failing");
    /** To be written now. */
    private @Nullable T next;
    /** The newest that could not be. */
    private @Nullable T unwritten;

    private boolean busy;
    private boolean alarmed;
    private int waited;

    /** @param write runs on a thread of its own, never twice at once */
    public Saving(Background background, Consumer<T> write) {
        this.background = background;
        this.write = write;
    }

    /** Returns at once. */
    public synchronized void offer(T value) {
        next = value;
        unwritten = null;
        begin();
    }

    /** Whether the newest could not be written so far; changes on the window's thread. */
    public ReadOnlyBooleanProperty failing() {
        return failing.getReadOnlyProperty();
    }

    /** Tries once more what could not be written. Returns at once. */
    synchronized void again() {
        if (next == null) {
            next = unwritten;
            unwritten = null;
        }
        begin();
    }

    private void begin() {
        if (next != null && !busy) {
            busy = true;
            background.run(this::drain);
        }
    }

    private void drain() {
        for (T value = take(); value != null; value = take()) {
            try {
                write.accept(value);
                written();
            } catch (RuntimeException | Error e) {
                // The boundary of the thread: nobody above it would hear.
                failed(value, e);
            }
        }
    }

    private synchronized @Nullable T take() {
        T value = next;
        next = null;
        busy = value != null;
        return value;
    }

    private synchronized void written() {
        waited = 0;
        background.unkept().written(this);
        background.ui().run(() -> failing.set(false));
    }

    private synchronized void failed(T value, Throwable why) {
        background.unkept().failed(this, why);
        background.ui().run(() -> failing.set(true));
        if (next == null) {
            unwritten = value;
        }
        if (!alarmed) {
            alarmed = true;
            background.alarm().after(WAITS.get(Math.min(waited, WAITS.size() - 1)), this::ring);
            waited++;
        }
    }

    private synchronized void ring() {
        alarmed = false;
        again();
    }
}
