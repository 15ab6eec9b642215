package dev.slipway.desk.launch.journal;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationId;
import org.jspecify.annotations.Nullable;

/**
 * A publication that can be watched.
 *
 * @param transactionHash of the payment; null when somebody else paid and the server did not say how
 */
public record Published(
        PublicationId publicationId,
        String watchUrl,
        String playlistUrl,
        @Nullable Bytes32 transactionHash,
        Bytes32 reference) {}
