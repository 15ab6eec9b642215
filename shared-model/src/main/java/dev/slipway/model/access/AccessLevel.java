package dev.slipway.model.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who can watch a publication; its text form, also in JSON and in the database, is in lower case. */
public enum AccessLevel {
    /** Everyone; it is on pages, in lists and counted by its hashtags. */
    PUBLIC,
    /** Everyone who has the link; nothing that lists, counts or offers publications has it. */
    UNLISTED,
    /** Those who subscribe to its author. */
    SUBSCRIBER,
    /** Those who support its author with money. */
    SPONSOR;

    /** @throws IllegalArgumentException with a sentence that names the levels */
    @JsonCreator
    public static AccessLevel parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException(refusal(text)));
    }

    /** Empty for a text that is none. */
    public static Optional<AccessLevel> find(String text) {
        return Arrays.stream(values())
                .filter(level -> level.text().equals(text))
                .findFirst();
    }

    /** Says of a text that it is none, and names those there are. */
    public static String refusal(String text) {
        return "the access level is one of " + names() + ", not \"" + text + "\"";
    }

    /** Whether people may come across it without having been given the link. */
    public boolean mayBeListed() {
        return this == PUBLIC;
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String names() {
        return Arrays.stream(values()).map(AccessLevel::text).collect(Collectors.joining(", "));
    }
}
