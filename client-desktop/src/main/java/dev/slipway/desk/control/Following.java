package dev.slipway.desk.control;

import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/**
 * A column that is made anew whenever something it shows changes: for what has no fixed number of lines. It listens
 * weakly, so it goes with its page.
 */
public final class Following extends VBox {
    private final Supplier<? extends Iterable<Node>> content;
    private final InvalidationListener remake = change -> remake();

    public Following(Supplier<? extends Iterable<Node>> content, Observable... watched) {
        this.content = content;
        for (Observable each : watched) {
            each.addListener(new WeakInvalidationListener(remake));
        }
        remake();
    }

    private void remake() {
        getChildren().clear();
        content.get().forEach(getChildren()::add);
    }
}
