package dev.slipway.model.moderation;

import java.util.List;

/**
 * Answer to {@code POST /api/moderation/check}.
 *
 * @param hits in the order of the text; their field is {@code text}
 */
public record TextCheckReply(List<WordHit> hits) {
    public TextCheckReply {
        hits = List.copyOf(hits);
    }
}
