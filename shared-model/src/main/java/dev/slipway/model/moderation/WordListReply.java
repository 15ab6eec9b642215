package dev.slipway.model.moderation;

import java.util.List;

/** Answer to {@code GET /api/moderation/words}: with it a desk says while typing what the server would refuse. */
public record WordListReply(List<BannedWord> words) {
    public WordListReply {
        words = List.copyOf(words);
    }
}
