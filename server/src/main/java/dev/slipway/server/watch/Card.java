package dev.slipway.server.watch;

import dev.slipway.model.publication.PublicationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication on a shelf.
 *
 * @param length as a clock shows it; {@code spokenLength} is the same in words
 */
record Card(
        PublicationId id,
        String title,
        String author,
        String length,
        String spokenLength,
        Instant publishedAt,
        String age,
        @Nullable String posterUrl,
        @Nullable String previewUrl) {}
