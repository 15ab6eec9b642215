package dev.slipway.server.payment.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.LedgerCases;
import dev.slipway.server.publication.PaymentStanding;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StandingRuleTest {
    private static final Instant EXPIRY = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofHours(24);
    private static final int CONFIRMATIONS = 3;
    private static final int PRICE = 100;

    @Test
    void nothingIsAwaited() {
        assertThat(standing(10)).isEqualTo(PaymentStanding.NONE);
    }

    @Test
    void theBlockItselfIsTheFirstConfirmation() {
        assertThat(standing(9, paid(1, 100, 9))).isEqualTo(of(PaymentState.CONFIRMING, 100, 1, 1));
        assertThat(standing(10, paid(1, 100, 9))).isEqualTo(of(PaymentState.CONFIRMING, 100, 2, 1));
        assertThat(standing(11, paid(1, 100, 9))).isEqualTo(of(PaymentState.CONFIRMED, 100, 3, 1));
    }

    @Test
    void aSettledPaymentDoesNotChangeWithEveryBlock() {
        assertThat(standing(500, paid(1, 100, 9))).isEqualTo(standing(11, paid(1, 100, 9)));
    }

    @Test
    void aWeiLessThanThePriceIsPartial() {
        assertThat(standing(50, paid(1, 99, 9)).state()).isEqualTo(PaymentState.PARTIAL);
    }

    @Test
    void theYoungestBlockThatThePriceNeedsDecides() {
        assertThat(standing(12, paid(1, 60, 9), paid(2, 40, 11))).isEqualTo(of(PaymentState.CONFIRMING, 100, 2, 2));
        assertThat(standing(12, paid(1, 100, 9), paid(2, 40, 11)))
                .as("the second payment is not needed for the price, and not settled yet")
                .isEqualTo(of(PaymentState.CONFIRMED, 140, 3, 1));
    }

    @Test
    void moreThanThePriceIsOverOnceItIsSettled() {
        assertThat(standing(13, paid(1, 100, 9), paid(2, 40, 11)).state()).isEqualTo(PaymentState.OVER);
    }

    @Test
    void theBlockTimeDecidesWhetherItIsLate() {
        Instant last = EXPIRY.plus(GRACE);
        assertThat(standing(50, at(EXPIRY)).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(standing(50, at(EXPIRY.plusSeconds(1))).state())
                .as("sent in time, mined a moment later")
                .isEqualTo(PaymentState.CONFIRMED);
        assertThat(standing(50, at(last)).state()).isEqualTo(PaymentState.CONFIRMED);
        assertThat(standing(50, at(last.plusSeconds(1))).state()).isEqualTo(PaymentState.LATE);
        assertThat(standing(9, at(last.plusSeconds(1))).state()).isEqualTo(PaymentState.LATE);
    }

    @Test
    void aFailedTransactionMovesNothing() {
        Credit failed = credit(1, 100, 9, EXPIRY, ChainReceipt.Outcome.FAILED, terms().recipient());

        assertThat(standing(50, failed)).isEqualTo(of(PaymentState.REVERTED, 0, 3, 1));
        assertThat(standing(50, failed, paid(2, 100, 10)).state()).isEqualTo(PaymentState.CONFIRMED);
    }

    @Test
    void aPaymentToAnotherAddressDoesNotCount() {
        Credit elsewhere =
                credit(1, 100, 9, EXPIRY, ChainReceipt.Outcome.SUCCEEDED, new Address("0x" + "cc".repeat(20)));

        assertThat(standing(50, elsewhere)).isEqualTo(PaymentStanding.NONE);
    }

    @Test
    void whereTheChainHasFinalBlocksDepthDoesNotCount() {
        StandingRule rule = new StandingRule(terms(), new Finality(50, OptionalLong.of(8)), GRACE);
        assertThat(rule.of(List.of(paid(1, 100, 9)), null)).isEqualTo(of(PaymentState.CONFIRMING, 100, 42, 1));

        StandingRule later = new StandingRule(terms(), new Finality(50, OptionalLong.of(9)), GRACE);
        assertThat(later.of(List.of(paid(1, 100, 9)), null))
                .isEqualTo(of(PaymentState.CONFIRMED, 100, CONFIRMATIONS, 1));
    }

    @Test
    void aPartStandsWithTheConfirmationsOfItsYoungestPayment() {
        assertThat(standing(10, paid(1, 30, 9), paid(2, 40, 10))).isEqualTo(of(PaymentState.PARTIAL, 70, 1, 2));
        assertThat(standing(50, paid(1, 30, 9), paid(2, 40, 10)))
                .isEqualTo(of(PaymentState.PARTIAL, 70, CONFIRMATIONS, 2));
    }

    @Test
    void aTokenIsNoPayment() {
        Credit coin = paid(1, 100, 9);
        Credit token = new Credit(
                coin.transactionHash(),
                coin.logIndex(),
                coin.reference(),
                coin.payer(),
                coin.recipient(),
                LedgerCases.RECIPIENT,
                coin.amount(),
                coin.outcome(),
                coin.block(),
                coin.blockTime());
        assertThat(standing(50, token)).isEqualTo(PaymentStanding.NONE);
    }

    @Test
    void whatFailedLastIsToldUntilAnotherOneWaits() {
        Credit first = credit(1, 100, 9, EXPIRY, ChainReceipt.Outcome.FAILED, terms().recipient());
        Credit second = credit(2, 100, 10, EXPIRY, ChainReceipt.Outcome.FAILED, terms().recipient());
        StandingRule rule = new StandingRule(terms(), new Finality(10, OptionalLong.empty()), GRACE);

        assertThat(rule.of(List.of(first, second), null)).isEqualTo(of(PaymentState.REVERTED, 0, 1, 2));
        assertThat(rule.of(List.of(first, second), hash(7))).isEqualTo(of(PaymentState.SEEN, 0, 0, 7));
    }

    @Test
    void settledIsWhatMoreBlocksCannotChange() {
        StandingRule rule = new StandingRule(terms(), new Finality(12, OptionalLong.empty()), GRACE);
        assertThat(rule.isSettled(List.of())).as("nothing came yet").isFalse();
        assertThat(rule.isSettled(List.of(paid(1, 100, 10)))).isTrue();
        assertThat(rule.isSettled(List.of(paid(1, 100, 11)))).isFalse();
        assertThat(rule.isSettled(List.of(paid(1, 100, 9), paid(2, 40, 11)))).isFalse();
    }

    @Test
    void whatWaitsIsSeenUntilItIsInABlock() {
        StandingRule rule = new StandingRule(terms(), new Finality(9, OptionalLong.empty()), GRACE);

        assertThat(rule.of(List.of(), hash(7))).isEqualTo(of(PaymentState.SEEN, 0, 0, 7));
        assertThat(rule.of(List.of(paid(1, 100, 9)), hash(7)).state()).isEqualTo(PaymentState.CONFIRMING);
    }

    private static PaymentStanding standing(long head, Credit... credits) {
        return new StandingRule(terms(), new Finality(head, OptionalLong.empty()), GRACE).of(List.of(credits), null);
    }

    private static PaymentStanding of(PaymentState state, long paid, int confirmations, int transaction) {
        return new PaymentStanding(state, BigInteger.valueOf(paid), confirmations, hash(transaction));
    }

    private static Credit paid(int transaction, long amount, long block) {
        return credit(transaction, amount, block, EXPIRY, ChainReceipt.Outcome.SUCCEEDED, terms().recipient());
    }

    private static Credit at(Instant time) {
        return credit(1, PRICE, 9, time, ChainReceipt.Outcome.SUCCEEDED, terms().recipient());
    }

    private static Credit credit(
            int transaction, long amount, long block, Instant time, ChainReceipt.Outcome outcome, Address recipient) {
        return new Credit(
                hash(transaction),
                Credit.PLAIN_TRANSFER,
                hash(0xbeef),
                LedgerCases.PAYER,
                recipient,
                null,
                BigInteger.valueOf(amount),
                outcome,
                new BlockRef(block, hash((int) block)),
                time);
    }

    private static Bytes32 hash(int value) {
        return new Bytes32("0x%064x".formatted(value));
    }

    static Terms terms() {
        return new Terms(
                Terms.VERSION,
                "http://127.0.0.1:8080",
                LedgerCases.PAYER,
                Terms.PLAIN_RAIL,
                31337,
                LedgerCases.RECIPIENT,
                Integer.toString(PRICE),
                CONFIRMATIONS,
                EXPIRY,
                30,
                1,
                "none");
    }
}
