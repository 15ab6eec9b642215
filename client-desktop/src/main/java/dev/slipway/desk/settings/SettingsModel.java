package dev.slipway.desk.settings;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.LatestWins;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.theme.Appearance;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The language and the brightness of the window; a change shows at once and is kept. */
public final class SettingsModel {
    static final String LANGUAGE = "language";
    static final String APPEARANCE = "appearance";

    private final ObjectProperty<Appearance> appearance;
    private final Texts texts;

    /** @param kept what the settings said at the start */
    public SettingsModel(Texts texts, Map<String, String> kept, Settings settings, Background background) {
        this.texts = texts;
        this.appearance = new SimpleObjectProperty<>(
                this,
                APPEARANCE,
                named(Appearance.values(), kept.get(APPEARANCE)).orElse(Appearance.SYSTEM));
        named(Language.values(), kept.get(LANGUAGE)).ifPresent(texts.language()::set);
        keep(texts.language(), LANGUAGE, settings, background);
        keep(appearance, APPEARANCE, settings, background);
    }

    public Texts texts() {
        return texts;
    }

    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    private static <T extends Enum<T>> void keep(
            ObjectProperty<T> property, String name, Settings settings, Background background) {
        LatestWins<T> writing = new LatestWins<>(background, value -> settings.put(name, value.name()));
        property.addListener((observable, before, now) -> writing.offer(now));
    }

    /** A name that another Slipway wrote and this one does not know counts as none. */
    private static <T extends Enum<T>> Optional<T> named(T[] values, @org.jspecify.annotations.Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
