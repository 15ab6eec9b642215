package dev.slipway.model.manifest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How strongly the sound is protected; its text form, also in JSON, is in lower case. */
public enum AudioLevel {
    NONE,
    WEAK,
    MEDIUM,
    STRONG;

    /** @throws IllegalArgumentException with a sentence that names the levels */
    @JsonCreator
    public static AudioLevel parse(String text) {
        return Arrays.stream(values())
                .filter(level -> level.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the level of audio protection is one of " + names() + ", not \"" + text + "\""));
    }

    private static List<String> names() {
        return Arrays.stream(values()).map(AudioLevel::text).toList();
    }

    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
