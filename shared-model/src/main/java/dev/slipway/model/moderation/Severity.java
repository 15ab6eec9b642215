package dev.slipway.model.moderation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows from a listed word. */
public enum Severity {
    /** The text is refused at once. */
    REFUSE,
    /** The text passes; a person is to look at it. */
    REVIEW;

    /** Such as {@code refuse}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for anything else than the texts above */
    @JsonCreator
    public static Severity parse(@Nullable String text) {
        return Arrays.stream(values())
                .filter(severity -> Objects.equals(severity.text(), text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a severity is \"refuse\" or \"review\""));
    }
}
