package dev.slipway.model.publication;

import java.util.List;
import java.util.Objects;

/** Answer to {@code GET /api/hashtags}: the most used first. */
public record HashtagsReply(List<Hashtag> hashtags) {
    public HashtagsReply {
        hashtags = List.copyOf(hashtags);
    }

    /**
     * A hashtag of published videos.
     *
     * @param name without #, as it was first written
     * @param publications how many that are published have it, in whatever capitals
     */
    public record Hashtag(String name, long publications) {
        public Hashtag {
            Objects.requireNonNull(name, "a hashtag has a name");
        }
    }
}
