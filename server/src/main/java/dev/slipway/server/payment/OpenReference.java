package dev.slipway.server.payment;

import dev.slipway.model.ethereum.Bytes32;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reference whose standing may still change. */
record OpenReference(Bytes32 reference, @Nullable Hint hint) {

    /** Where somebody says the payment is. */
    record Hint(Bytes32 transactionHash, Instant at) {}

    Optional<Hint> hinted() {
        return Optional.ofNullable(hint);
    }
}
