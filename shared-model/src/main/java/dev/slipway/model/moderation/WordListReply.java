package dev.slipway.model.moderation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/moderation/words}: with it a desk says while typing what the server would refuse.
 *
 * @param exceptions absent in the answers of servers that have none
 */
public record WordListReply(
        List<BannedWord> words, @Nullable List<AllowedWord> exceptions) {
    public WordListReply {
        words = List.copyOf(words);
        exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
    }

    @Override
    public List<AllowedWord> exceptions() {
        return exceptions == null ? List.of() : exceptions;
    }
}
