package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.model.encoding.Sha256;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.ethereum.TokenPayment;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * One transaction that a wallet is asked for: the payment, in coin to the recipient with the reference as its data and in a
 * token a call of the router; or, before that, what lets the router take the token.
 *
 * @param terms as they were signed
 * @param amount in the unit of the price: the price, or what is missing of it
 * @param title of the video, for the person who pays
 */
public record PaymentOrder(Terms terms, BigInteger amount, Bytes32 reference, String title, Purpose purpose) {

    /** What the transaction is for. */
    public enum Purpose {
        PAYMENT,
        /** Of a token: moves nothing, and lets the router take exactly the amount. */
        ALLOWANCE
    }

    /** In what a transaction is not this payment. */
    enum Difference {
        CHAIN,
        RECIPIENT,
        AMOUNT,
        REFERENCE
    }

    public PaymentOrder {
        if (purpose == Purpose.ALLOWANCE && terms.token() == null) {
            throw new IllegalArgumentException("coin needs no allowance");
        }
    }

    /** The payment itself. */
    public PaymentOrder(Terms terms, BigInteger amount, Bytes32 reference, String title) {
        this(terms, amount, reference, title, Purpose.PAYMENT);
    }

    /** What has to be allowed before this payment in a token. */
    public PaymentOrder allowance() {
        return new PaymentOrder(terms, amount, reference, title, Purpose.ALLOWANCE);
    }

    /** What was asked for before may have been another part of the price. */
    PaymentOrder of(BigInteger otherAmount) {
        return new PaymentOrder(terms, otherAmount, reference, title, purpose);
    }

    /** Under what it is remembered that a wallet was asked: the reference of a payment, something else of an allowance. */
    Bytes32 key() {
        return purpose == Purpose.PAYMENT
                ? reference
                : Bytes32.of(Sha256.of(("allowance " + amount + " " + reference).getBytes(StandardCharsets.UTF_8)));
    }

    /** Where the transaction goes. */
    Address to() {
        PaymentToken token = terms.token();
        if (token == null) {
            return terms.recipient();
        }
        return purpose == Purpose.ALLOWANCE ? token.address() : router();
    }

    /** In wei. */
    BigInteger value() {
        return terms.token() == null ? amount : BigInteger.ZERO;
    }

    /** In hex. */
    String data() {
        PaymentToken token = terms.token();
        if (token == null) {
            return reference.hex();
        }
        return purpose == Purpose.ALLOWANCE
                ? TokenContract.approveCall(router(), amount)
                : RouterContract.payTokenCall(new TokenPayment(reference, token.address(), amount));
    }

    private Address router() {
        return Objects.requireNonNull(terms.router(), "a price in a token is paid over a router");
    }

    /** Empty when the transaction is this one, whoever made it. */
    Optional<Difference> differenceOf(ChainTransaction transaction) {
        if (transaction.chainId() == null || transaction.chainId() != terms.chainId()) {
            return Optional.of(Difference.CHAIN);
        }
        if (!to().equals(transaction.to())) {
            return Optional.of(Difference.RECIPIENT);
        }
        if (!value().equals(transaction.value())) {
            return Optional.of(Difference.AMOUNT);
        }
        if (data().equals(transaction.input())) {
            return Optional.empty();
        }
        return purpose == Purpose.ALLOWANCE ? otherAllowance(transaction) : Optional.of(Difference.REFERENCE);
    }

    /** Wallets let people change what they allow: more does as well. */
    private Optional<Difference> otherAllowance(ChainTransaction transaction) {
        return TokenContract.approval(transaction.input())
                .filter(approval -> approval.spender().equals(router()))
                .map(approval -> approval.amount().compareTo(amount) >= 0
                        ? Optional.<Difference>empty()
                        : Optional.of(Difference.AMOUNT))
                .orElse(Optional.of(Difference.REFERENCE));
    }
}
