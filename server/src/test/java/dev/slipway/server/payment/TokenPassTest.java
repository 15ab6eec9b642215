package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.RefundReason;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.refund.Refund;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Uint256;

/** The watcher's looks where the price is in a token. */
class TokenPassTest extends PassFixture {
    private static final BigInteger NONE = BigInteger.ZERO;

    private Address router;
    private Address payer;

    @BeforeEach
    void deploy() {
        router = deployRouter();
        payer = contracts.account(1);
    }

    @Test
    void thePriceInItsTokenIsConfirmedLikeAnyOther() {
        Address token = priceIn("StandardToken");
        PublicationId id = publications.add(REFERENCE, terms());
        allow(token, PRICE);
        Bytes32 hash = send(token, PRICE);
        hint(REFERENCE, hash);
        look();
        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.SEEN, BigInteger.ZERO, 0, hash));

        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.CONFIRMED, PRICE, CONFIRMATIONS, hash));
        assertThat(book.of(REFERENCE)).isEmpty();
    }

    /** What the recipient got counts, so a part of a part is missing and can be sent. */
    @Test
    void ofATokenThatKeepsAFeeTheRestCanBeSent() {
        Address token = priceIn("FeeToken");
        PublicationId id = publications.add(REFERENCE, terms());
        allow(token, PRICE.multiply(BigInteger.TWO));
        send(token, PRICE);
        mineAndLook(CONFIRMATIONS);
        BigInteger came = PRICE.multiply(BigInteger.valueOf(9)).divide(BigInteger.TEN);
        assertThat(publications.standing(id))
                .extracting(PaymentStanding::state, PaymentStanding::paid)
                .containsExactly(PaymentState.PARTIAL, came);

        // A tenth is missing, and of what is sent a tenth is kept.
        send(token, PRICE.divide(BigInteger.valueOf(9)));
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(publications.standing(id).paid()).isEqualTo(PRICE);
    }

    @Test
    void coinForAPriceInATokenIsNotAskedForAndOwedBack() {
        priceIn("StandardToken");
        PublicationId id = publications.add(REFERENCE, terms());
        contracts.send(payer, router, PRICE, "pay", word(REFERENCE));
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id)).isEqualTo(PaymentStanding.NONE);
        assertThat(book.of(REFERENCE))
                .containsExactly(
                        new Refund(null, PRICE.multiply(BigInteger.TWO), NONE, RefundReason.UNUSABLE, List.of()));
    }

    @Test
    void soIsAnotherToken() {
        Address token = priceIn("StandardToken");
        Address other = contracts.deploy("StandardToken");
        PublicationId id = publications.add(REFERENCE, terms());
        allow(other, PRICE);
        send(other, PRICE);
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id)).isEqualTo(PaymentStanding.NONE);

        allow(token, PRICE);
        send(token, PRICE);
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(book.of(REFERENCE))
                .containsExactly(new Refund(other, PRICE, NONE, RefundReason.UNUSABLE, List.of()));
    }

    @Test
    void whatIsBeyondThePriceIsOwedInTheToken() {
        Address token = priceIn("StandardToken");
        PublicationId id = publications.add(REFERENCE, terms());
        allow(token, PRICE.multiply(BigInteger.TWO));
        send(token, PRICE);
        send(token, BigInteger.TEN);
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.OVER);
        assertThat(book.of(REFERENCE))
                .containsExactly(new Refund(token, BigInteger.TEN, NONE, RefundReason.OVER, List.of()));
    }

    @Test
    void aPaymentThatTheTokenRefusedIsReverted() {
        Address token = priceIn("StandardToken");
        PublicationId id = publications.add(REFERENCE, terms());
        Bytes32 hash = send(token, PRICE);
        mineAndLook();

        assertThat(publications.standing(id))
                .isEqualTo(new PaymentStanding(PaymentState.REVERTED, BigInteger.ZERO, 1, hash));
    }

    /** Anybody can invent one, and pay for anybody's film with it. */
    @Test
    void aTokenThatSaysItBroughtMoreThanThereIsStopsNobody() {
        PublicationId id = publications.add(REFERENCE, terms());
        PublicationId other = publications.add(reference(2), terms());
        Address boastful = contracts.deploy("BoastfulToken");
        for (int i = 0; i < 10; i++) {
            send(boastful, BigInteger.ONE);
            anvil.mine(1);
            contracts.send(payer, boastful, NONE, "forget");
            anvil.mine(1);
        }
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id)).isEqualTo(PaymentStanding.NONE);
        assertThat(ledger.credits(REFERENCE)).hasSize(10);
        assertThat(book.of(REFERENCE))
                .containsExactly(new Refund(
                        boastful, dev.slipway.model.ethereum.Uint256.MAX, NONE, RefundReason.UNUSABLE, List.of()));

        contracts.send(payer, router, PRICE, "pay", word(reference(2)));
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(other).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    /** Each contract counts by the balance before and after, and both are watched where the operator changed it once. */
    @Test
    void whatIsPaidWithinAnotherPaymentCountsOnce() {
        Address second = contracts.router(RECIPIENT);
        offered = second;
        look();
        Address token = priceIn("CallingToken");
        PublicationId outer = publications.add(REFERENCE, terms());
        PublicationId inner = publications.add(reference(2), terms());
        allow(token, BigInteger.ONE);
        contracts.call(payer, token, NONE, "payOver", address(second), word(reference(2)), new Uint256(PRICE));
        send(token, BigInteger.ONE);
        mineAndLook(CONFIRMATIONS);

        assertThat(publications.standing(inner))
                .extracting(PaymentStanding::state, PaymentStanding::paid)
                .containsExactly(PaymentState.CONFIRMED, PRICE);
        assertThat(publications.standing(outer))
                .extracting(PaymentStanding::state, PaymentStanding::paid)
                .containsExactly(PaymentState.PARTIAL, BigInteger.ONE);
    }

    private Address priceIn(String name) {
        Address token = contracts.deploy(name);
        asked = new PaymentToken(token, "STD", 6);
        return token;
    }

    private void allow(Address token, BigInteger amount) {
        contracts.call(payer, token, NONE, "mint", address(payer), new Uint256(amount));
        contracts.call(payer, token, NONE, "approve", address(router), new Uint256(amount));
    }

    private Bytes32 send(Address token, BigInteger amount) {
        return contracts.send(payer, router, NONE, "payToken", word(REFERENCE), address(token), new Uint256(amount));
    }

    private static Type<?> address(Address address) {
        return new org.web3j.abi.datatypes.Address(address.hex());
    }
}
