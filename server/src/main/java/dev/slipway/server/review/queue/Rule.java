package dev.slipway.server.review.queue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a publication can break; reports and decisions name one. */
public enum Rule {
    SPAM,
    GAMBLING,
    PROFANITY,
    NUDITY,
    VIOLENCE,
    HATE,
    HARASSMENT,
    SELF_HARM,
    CHILD_SAFETY,
    COPYRIGHT,
    PRIVACY,
    ILLEGAL,
    MISLEADING,
    OTHER;

    /** In JSON and in the database, such as {@code self-harm}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Rule parse(String text) {
        return Arrays.stream(values())
                .filter(rule -> rule.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a category is one of "
                        + Arrays.stream(values()).map(Rule::text).collect(Collectors.joining(", "))));
    }
}
