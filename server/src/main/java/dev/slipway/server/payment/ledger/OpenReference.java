package dev.slipway.server.payment.ledger;

import dev.slipway.model.ethereum.Bytes32;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reference whose standing may still change. */
public record OpenReference(Bytes32 reference, @Nullable Hint hint) {

    /** Where somebody says the payment is. */
    public record Hint(Bytes32 transactionHash, Instant at) {}

    public Optional<Hint> hinted() {
        return Optional.ofNullable(hint);
    }
}
