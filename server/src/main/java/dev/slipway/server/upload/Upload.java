package dev.slipway.server.upload;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.storage.ObjectKey;
import java.time.Instant;

/**
 * A row of table upload as it was read.
 *
 * @param id 32 lower-case hex digits, random
 * @param metadata the Upload-Metadata header as it came, because tus wants it back unchanged
 * @param declared the artifact's length, fixed at creation
 * @param received bytes that are durable, both in the store and in the row
 */
record Upload(
        String id,
        PublicationId publication,
        String path,
        String metadata,
        long declared,
        long received,
        ObjectKey key,
        Instant lastActivityAt) {

    boolean isWhole() {
        return received == declared;
    }
}
