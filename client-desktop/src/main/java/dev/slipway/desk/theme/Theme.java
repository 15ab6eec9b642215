package dev.slipway.desk.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Dresses a scene: AtlantaFX's controls, recoloured by look.md's tokens. To be used on the window's thread. */
public final class Theme {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String TOKENS = sheet("tokens.css");
    private static final String CONTROLS = sheet("controls.css");
    private static final String SHELL = sheet("shell.css");
    private static final String PAGES = sheet("pages.css");

    private final ObjectProperty<Appearance> appearance =
            new SimpleObjectProperty<>(this, "appearance", Appearance.SYSTEM);
    private final InvalidationListener redress = change -> dressAll();
    private final ObjectProperty<Scene> scene = new SimpleObjectProperty<>(this, "scene");

    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    /** From now on the scene follows. */
    public void dress(Scene wanted) {
        scene.set(wanted);
        // The binding of the appearance is weak; the scene keeps this theme as long as it is there.
        wanted.getProperties().put(Theme.class, this);
        wanted.getStylesheets().setAll(TOKENS, CONTROLS, SHELL, PAGES);
        appearance.addListener(redress);
        Platform.getPreferences().colorSchemeProperty().addListener(redress);
        dressAll();
    }

    /** Ends what {@link #dress} began. */
    public void undress() {
        appearance.removeListener(redress);
        Platform.getPreferences().colorSchemeProperty().removeListener(redress);
    }

    private void dressAll() {
        boolean dark = isDark();
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.get().getRoot().pseudoClassStateChanged(DARK, dark);
    }

    private boolean isDark() {
        return switch (appearance.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name).toExternalForm();
    }
}
