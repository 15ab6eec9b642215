package dev.slipway.model.moderation;

import java.util.Objects;

/**
 * Body of {@code POST /api/moderation/check}.
 *
 * @param text at most {@link WordRules#MAX_TEXT} UTF-16 units
 */
public record TextCheckRequest(String text) {
    public TextCheckRequest {
        Objects.requireNonNull(text, "a text is needed");
    }
}
