package dev.slipway.model.moderation;

import java.util.Objects;

/** Body of {@code PUT /api/moderation/words/{language}/{word}}; what each is, {@link BannedWord} says. */
public record WordRequest(String category, Severity severity) {
    public WordRequest {
        Objects.requireNonNull(category, "a category is needed");
        Objects.requireNonNull(severity, "a severity is needed");
    }
}
