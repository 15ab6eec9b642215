package dev.slipway.model.publication;

import dev.slipway.model.ethereum.Bytes32;
import java.util.Objects;

/** Body of {@code POST /api/publications/{id}/payment}: where to look first; the chain is watched with or without it. */
public record PaymentHint(Bytes32 transactionHash) {
    public PaymentHint {
        Objects.requireNonNull(transactionHash, "a transaction hash is needed");
    }
}
