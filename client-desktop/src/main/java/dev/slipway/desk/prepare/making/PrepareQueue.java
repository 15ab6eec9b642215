package dev.slipway.desk.prepare.making;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One publication is made at a time: the engine takes the whole machine. To be used on the window's thread. */
public final class PrepareQueue {
    private final Deque<PrepareModel> line = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable PrepareModel> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");

    /** The one being made, or null. */
    public ReadOnlyObjectProperty<@Nullable PrepareModel> current() {
        return current.getReadOnlyProperty();
    }

    /** How many come after it. */
    public ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** For the end of the program: what is finished is kept. */
    public void pauseAll() {
        line.clear();
        waiting.set(0);
        PrepareModel running = current.get();
        if (running != null) {
            running.pause();
        }
    }

    void add(PrepareModel model) {
        line.add(model);
        next();
    }

    /** @return whether it was waiting */
    boolean remove(PrepareModel model) {
        boolean was = line.remove(model);
        waiting.set(line.size());
        return was;
    }

    void ended(PrepareModel model) {
        if (model.equals(current.get())) {
            current.set(null);
        }
        next();
    }

    private void next() {
        if (current.get() == null && !line.isEmpty()) {
            PrepareModel first = line.remove();
            current.set(first);
            first.begin();
        }
        waiting.set(line.size());
    }
}
