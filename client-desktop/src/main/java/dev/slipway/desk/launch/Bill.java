package dev.slipway.desk.launch;

import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.terms.Terms;
import java.util.function.Supplier;

/**
 * What is about to be signed and paid, in full.
 *
 * @param message what the signature covers
 * @param reference its EIP-712 digest, which the payment carries
 * @param quoting asks the chain; see {@link #payment}
 */
public record Bill(Terms terms, PublishMessage message, Bytes32 reference, Supplier<Transfer> quoting) {

    /**
     * The payment as it would be signed now. Blocks for some requests to the chain's node.
     *
     * @throws dev.slipway.desk.problem.DeskException {@code insufficient-funds}, with how much is missing
     */
    public Transfer payment() {
        return quoting.get();
    }
}
