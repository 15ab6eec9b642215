package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What is to be paid, on the plain rail: an amount to the recipient, the reference as the transaction's data.
 *
 * @param terms as they were signed
 * @param amount in wei: the price, or what is missing of it
 * @param title of the video, for the person who pays
 */
public record PaymentOrder(Terms terms, BigInteger amount, Bytes32 reference, String title) {

    /** In what a transaction is not this payment. */
    enum Difference {
        CHAIN,
        RECIPIENT,
        AMOUNT,
        REFERENCE
    }

    /** What was asked for before may have been another part of the price. */
    PaymentOrder of(BigInteger otherAmount) {
        return new PaymentOrder(terms, otherAmount, reference, title);
    }

    /** Empty when the transaction is this payment, whoever made it. */
    Optional<Difference> differenceOf(ChainTransaction transaction) {
        if (transaction.chainId() == null || transaction.chainId() != terms.chainId()) {
            return Optional.of(Difference.CHAIN);
        }
        if (!terms.recipient().equals(transaction.to())) {
            return Optional.of(Difference.RECIPIENT);
        }
        if (!amount.equals(transaction.value())) {
            return Optional.of(Difference.AMOUNT);
        }
        return reference.hex().equals(transaction.input()) ? Optional.empty() : Optional.of(Difference.REFERENCE);
    }
}
