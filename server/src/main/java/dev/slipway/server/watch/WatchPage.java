package dev.slipway.server.watch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one video's page shows, in the reader's language.
 *
 * @param link absolute, for sharing
 * @param reportUrl where viewers write to the moderators
 * @param listed whether people may come across it without having been given the link
 * @param files the renditions with their sizes
 * @param checks what was verified, a sentence each
 */
record WatchPage(
        String title,
        String description,
        List<String> hashtags,
        String link,
        String reportUrl,
        boolean listed,
        AuthorLine author,
        Instant publishedAt,
        String age,
        String length,
        String frameRate,
        List<FileFact> files,
        String totalSize,
        List<String> checks,
        Player player) {

    /** One rendition. */
    record FileFact(String name, String size) {}

    /** Addresses that the player starts from. */
    record Player(
            String playlistUrl,
            @Nullable String posterUrl,
            @Nullable String thumbnailsUrl) {}
}
