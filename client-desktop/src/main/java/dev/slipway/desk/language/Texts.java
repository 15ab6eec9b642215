package dev.slipway.desk.language;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The window's texts in the language that is chosen now. To be used on the window's thread. */
public final class Texts {
    private static final String BUNDLE = "dev.slipway.desk.language.texts";

    private final ObjectProperty<Language> language;
    private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

    public Texts(Language first) {
        language = new SimpleObjectProperty<>(this, "language", first);
        for (Language each : Language.values()) {
            bundles.put(
                    each,
                    ResourceBundle.getBundle(
                            BUNDLE,
                            each.locale(),
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
    }

    public ObjectProperty<Language> language() {
        return language;
    }

    public Amounts amounts() {
        return new Amounts(this);
    }

    /** @param values are put in for {@code {0}}, {@code {1}} and so on */
    public String get(String key, Object... values) {
        String pattern = bundle().getString(key);
        return new MessageFormat(pattern, language.get().locale()).format(values);
    }

    /** Whether there is such a text. */
    public boolean has(String key) {
        return bundle().containsKey(key);
    }

    /** All texts whose keys begin so, with their values still to be put in; by the rest of the key. */
    public Map<String, String> patternsBelow(String beginning) {
        return bundle().keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .collect(Collectors.toMap(key -> key.substring(beginning.length()), bundle()::getString));
    }

    /** The form of the text that goes with the number, which is put in for {@code {0}}. */
    public String plural(String key, long count) {
        return get(key + PluralForm.of(language.get(), count).suffix(), count);
    }

    /** Follows the language, and the values where they are observable. */
    public StringBinding of(String key, Object... values) {
        Observable[] watched = Arrays.stream(values)
                .filter(Observable.class::isInstance)
                .map(Observable.class::cast)
                .toArray(Observable[]::new);
        return following(() -> get(key, Arrays.stream(values).map(Texts::now).toArray()), watched);
    }

    /** A text made of others; it is made anew when the language or one of the watched changes. */
    public StringBinding following(java.util.function.Supplier<String> text, Observable... watched) {
        Observable[] all = Arrays.copyOf(watched, watched.length + 1);
        all[watched.length] = language;
        return Bindings.createStringBinding(text::get, all);
    }

    private static Object now(Object value) {
        return value instanceof ObservableValue<?> observable ? String.valueOf(observable.getValue()) : value;
    }

    private ResourceBundle bundle() {
        return java.util.Objects.requireNonNull(bundles.get(language.get()));
    }
}
