package dev.slipway.desk.prepare.making;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One publication is made at a time: the engine takes the whole machine. To be used on the window's thread. */
public final class PrepareQueue {
    private final ObservableList<PrepareModel> line = FXCollections.observableArrayList();
    private final ObservableList<PrepareModel> shown = FXCollections.unmodifiableObservableList(line);
    private final ReadOnlyObjectWrapper<@Nullable PrepareModel> current = new ReadOnlyObjectWrapper<>(this, "current");
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper(this, "waiting");

    /** The one being made, or null. */
    public ReadOnlyObjectProperty<@Nullable PrepareModel> current() {
        return current.getReadOnlyProperty();
    }

    /** Those that wait, whoever comes first first. */
    public ObservableList<PrepareModel> line() {
        return shown;
    }

    /** Changes places with the one that waits before it, if there is one. */
    public void sooner(PrepareModel model) {
        swap(line.indexOf(model) - 1);
    }

    /** Changes places with the one that waits after it, if there is one. */
    public void later(PrepareModel model) {
        swap(line.indexOf(model));
    }

    private void swap(int first) {
        if (first >= 0 && first + 1 < line.size()) {
            List<PrepareModel> changed = new ArrayList<>(line);
            Collections.swap(changed, first, first + 1);
            line.setAll(changed);
        }
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
            PrepareModel first = line.removeFirst();
            current.set(first);
            first.begin();
        }
        waiting.set(line.size());
    }
}
