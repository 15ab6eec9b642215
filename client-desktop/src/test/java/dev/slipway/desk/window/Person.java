package dev.slipway.desk.window;

import dev.slipway.desk.testing.screen.HeadlessWindow;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;

/** What a person does at the window: waits until something is there, then types or presses. */
final class Person {
    private Person() {}

    static void types(HeadlessWindow window, String field, String words) {
        HeadlessWindow.await("there is " + field, () -> window.first(field) != null);
        HeadlessWindow.onUi(() -> sees(window, field, TextInputControl.class).setText(words));
    }

    static void presses(HeadlessWindow window, String button) {
        HeadlessWindow.await(
                button + " can be pressed",
                () -> window.first(button) instanceof ButtonBase found && !found.isDisabled());
        HeadlessWindow.onUi(() -> sees(window, button, ButtonBase.class).fire());
    }

    /** On the window's thread. */
    static <T> T sees(HeadlessWindow window, String selector, Class<T> type) {
        return type.cast(window.the(selector));
    }
}
