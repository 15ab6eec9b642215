package dev.slipway.server.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Settings as Spring will bind them to the records: a list may be written by commas, as a list of YAML, or one variable for
 * each entry, and what asked for one text would see only the first of these.
 */
final class BoundSettings {
    private final Binder binder;

    private BoundSettings(Binder binder) {
        this.binder = binder;
    }

    static BoundSettings of(Environment environment) {
        return new BoundSettings(Binder.get(environment));
    }

    /** Empty where it is not set. */
    String text(String name) {
        return value(name, String.class).orElse("").strip();
    }

    /** @throws org.springframework.boot.context.properties.bind.BindException where it is no such value */
    <T> Optional<T> value(String name, Class<T> type) {
        return Optional.ofNullable(binder.bind(property(name), type).orElse(null));
    }

    List<String> list(String name) {
        return binder.bind(property(name), Bindable.listOf(String.class)).orElse(List.of()).stream()
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String property(String name) {
        return "slipway." + name;
    }

    /** As the documentation calls it. */
    static String variable(String name) {
        return "SLIPWAY_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
