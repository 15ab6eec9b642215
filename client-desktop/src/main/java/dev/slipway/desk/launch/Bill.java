package dev.slipway.desk.launch;

import dev.slipway.desk.pay.Quote;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.terms.Terms;
import java.util.function.Supplier;

/**
 * What is about to be signed and paid, in full.
 *
 * @param message what the signature covers
 * @param reference its EIP-712 digest, which the payment carries
 * @param termsText the terms' JSON as it came, whose hash the message has
 * @param quoting asks the chain; see {@link #payment}
 */
public record Bill(Terms terms, PublishMessage message, Bytes32 reference, String termsText, Supplier<Quote> quoting) {

    Bill with(Supplier<Quote> other) {
        return new Bill(terms, message, reference, termsText, other);
    }

    /**
     * The payment as it would be signed now. Blocks for some requests to the chain's node.
     *
     * @throws dev.slipway.desk.problem.DeskException {@code insufficient-funds}, with how much is missing
     */
    public Quote payment() {
        return quoting.get();
    }
}
