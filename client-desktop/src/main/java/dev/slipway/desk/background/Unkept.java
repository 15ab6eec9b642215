package dev.slipway.desk.background;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.problem.ProblemReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a window was given to keep and could not write down yet. */
public final class Unkept {
    private static final Logger LOG = LoggerFactory.getLogger(Unkept.class);

    private final ReadOnlyObjectWrapper<@Nullable DeskException> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final Map<Saving<?>, DeskException> failing = new LinkedHashMap<>();
    private final UiThread ui;
    private String told = "";

    Unkept(UiThread ui) {
        this.ui = ui;
    }

    /** Why it could not be written; null while everything is kept. Changes on the window's thread. */
    public ReadOnlyObjectProperty<@Nullable DeskException> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The same, as it is at this moment. May be called on any thread. */
    public synchronized Optional<DeskException> current() {
        return failing.values().stream().findFirst();
    }

    /** In the log once, however many letters are typed meanwhile. */
    synchronized void failed(Saving<?> saving, Throwable why) {
        DeskException fault = Background.known(why);
        String name = ProblemReference.of(fault);
        if (!name.equals(told)) {
            told = name;
            LOG.warn("{}: What was typed or chosen last is not kept: {}", name, fault.getMessage(), fault);
        }
        DeskException before = failing.get(saving);
        if (before == null || !ProblemReference.of(before).equals(name)) {
            failing.put(saving, fault);
            tell();
        }
    }

    synchronized void written(Saving<?> saving) {
        if (failing.remove(saving) == null) {
            return;
        }
        if (failing.isEmpty()) {
            told = "";
            LOG.info("What was typed or chosen is kept again");
        }
        tell();
    }

    /** Tries everything once more. Returns at once. */
    void again() {
        List<Saving<?>> waiting;
        synchronized (this) {
            waiting = List.copyOf(failing.keySet());
        }
        waiting.forEach(Saving::again);
    }

    private void tell() {
        ui.run(() -> problem.set(current().orElse(null)));
    }
}
