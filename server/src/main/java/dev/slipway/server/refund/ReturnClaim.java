package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Bytes32;
import java.util.Objects;

/** Body of {@code POST /api/operator/refunds/{reference}/returns}. */
record ReturnClaim(Bytes32 transactionHash) {
    ReturnClaim {
        Objects.requireNonNull(transactionHash, "a transaction hash is needed");
    }
}
