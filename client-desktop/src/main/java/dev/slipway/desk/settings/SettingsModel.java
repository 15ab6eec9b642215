package dev.slipway.desk.settings;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.Saving;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.theme.Appearance;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a person chose of the window and the wallet; a change shows at once and is kept. */
public final class SettingsModel {
    static final String LANGUAGE = "language";
    static final String APPEARANCE = "appearance";

    static final String AUTO_LOCK = "wallet.auto-lock";
    static final String CHAIN_NODE = "wallet.node";

    private final ObjectProperty<Appearance> appearance;
    private final ObjectProperty<AutoLock> autoLock;
    private final StringProperty chainNode;
    private final Texts texts;

    /** @param kept what the settings said at the start */
    public SettingsModel(Texts texts, Map<String, String> kept, Settings settings, Background background) {
        this.texts = texts;
        this.appearance = new SimpleObjectProperty<>(
                this,
                APPEARANCE,
                named(Appearance.values(), kept.get(APPEARANCE)).orElse(Appearance.SYSTEM));
        this.autoLock = new SimpleObjectProperty<>(
                this, AUTO_LOCK, named(AutoLock.values(), kept.get(AUTO_LOCK)).orElse(AutoLock.TEN));
        this.chainNode = new SimpleStringProperty(this, CHAIN_NODE, kept.getOrDefault(CHAIN_NODE, ""));
        named(Language.values(), kept.get(LANGUAGE)).ifPresent(texts.language()::set);
        keep(texts.language(), LANGUAGE, settings, background);
        keep(appearance, APPEARANCE, settings, background);
        keep(autoLock, AUTO_LOCK, settings, background);
        Saving<String> writing = new Saving<>(background, node -> settings.put(CHAIN_NODE, node));
        chainNode.addListener((observable, before, now) -> writing.offer(now));
    }

    public Texts texts() {
        return texts;
    }

    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    public ObjectProperty<AutoLock> autoLock() {
        return autoLock;
    }

    /** The address of the chain's node; blank for the one of the server that publications use. */
    public StringProperty chainNode() {
        return chainNode;
    }

    private static <T extends Enum<T>> void keep(
            ObjectProperty<T> property, String name, Settings settings, Background background) {
        Saving<T> writing = new Saving<>(background, value -> settings.put(name, value.name()));
        property.addListener((observable, before, now) -> writing.offer(now));
    }

    /** A name that another Slipway wrote and this one does not know counts as none. */
    private static <T extends Enum<T>> Optional<T> named(T[] values, @org.jspecify.annotations.Nullable String name) {
        return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
