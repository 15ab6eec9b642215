package dev.slipway.server.refund;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.Uint256;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.RefundReason;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.refund.Received.Purpose;
import dev.slipway.server.refund.Returned.Certainty;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefundRuleTest {
    private static final Instant END = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofHours(2);
    private static final Instant IN_TIME = END.minusSeconds(60);
    private static final Instant LONG_AFTER = END.plus(Duration.ofDays(2));
    private static final Address TOKEN = new Address("0x" + "70".repeat(20));
    private static final Address OTHER_TOKEN = new Address("0x" + "60".repeat(20));
    private static final RefundRule RULE = new RefundRule(terms("100"), GRACE);

    @Test
    void nothingIsOwedForAPaymentThatFits() {
        for (ContentState content : ContentState.values()) {
            if (content != ContentState.REJECTED) {
                assertThat(owed(situation(content, PaymentState.CONFIRMED, LONG_AFTER), paid(1000))
                                .list())
                        .as("%s", content)
                        .isEmpty();
            }
        }
    }

    /** A token of a stranger's says what it likes; what is sent back is one transfer of it. */
    @Test
    void noMoreIsOwedThanOneTransferCanHold() {
        Received all = new Received(OTHER_TOKEN, Uint256.MAX, Purpose.UNASKED);
        Refund owed = owed(situation(ContentState.PUBLISHED, PaymentState.CONFIRMED, LONG_AFTER), all, all)
                .list()
                .getFirst();
        assertThat(owed.owed()).isEqualTo(Uint256.MAX);
        assertThat(RefundTransaction.of(1, TOKEN, Bytes32.of(new byte[32]), owed)
                        .data())
                .contains("f".repeat(64));
    }

    @Test
    void whatCameLateIsOwedWhole() {
        Refunds refunds = owed(situation(ContentState.DRAFT, PaymentState.LATE, LONG_AFTER), paid(1500));
        assertThat(refunds.list()).containsExactly(refund(null, 1500, 0, RefundReason.LATE));
        assertThat(refunds.state()).isEqualTo(PaymentState.REFUNDING);
    }

    @Test
    void whatCameLateIsNotOwedBeforeThePartThatMadeItWholeIsFinal() {
        Refunds refunds = owed(situation(ContentState.DRAFT, PaymentState.LATE, LONG_AFTER), paid(400));
        assertThat(refunds.list()).isEmpty();
        assertThat(refunds.state()).as("it may still be mined in time").isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentState.class,
            names = {"UPLOADING", "VERIFYING", "MODERATING", "READY", "HELD"})
    void whatCameBeyondThePriceIsOwedAndDoesNotStopThePublication(ContentState content) {
        Refunds refunds = owed(situation(content, PaymentState.OVER, IN_TIME), paid(1000), paid(7));
        assertThat(refunds.list()).containsExactly(refund(null, 7, 0, RefundReason.OVER));
        assertThat(refunds.state()).as("the chain's word stands").isNull();
    }

    @Test
    void ofAPriceInATokenTheFeeIsKeptInItAndCoinIsOwedWhole() {
        RefundRule rule = new RefundRule(inToken(), GRACE);
        List<Received> received = List.of(
                new Received(TOKEN, BigInteger.valueOf(1000), Purpose.PRICE),
                new Received(null, BigInteger.valueOf(5), Purpose.UNASKED),
                new Received(OTHER_TOKEN, BigInteger.valueOf(6), Purpose.UNASKED));

        assertThat(rule.of(situation(ContentState.REJECTED, PaymentState.CONFIRMED, IN_TIME), received, List.of())
                        .list())
                .containsExactly(
                        refund(null, 5, 0, RefundReason.UNUSABLE),
                        refund(OTHER_TOKEN, 6, 0, RefundReason.UNUSABLE),
                        refund(TOKEN, 900, 0, RefundReason.REJECTED));
        assertThat(rule.of(situation(ContentState.DRAFT, PaymentState.LATE, LONG_AFTER), received, List.of())
                        .list())
                .containsExactly(
                        refund(null, 5, 0, RefundReason.UNUSABLE),
                        refund(OTHER_TOKEN, 6, 0, RefundReason.UNUSABLE),
                        refund(TOKEN, 1000, 0, RefundReason.LATE));
    }

    @Test
    void whatWasReturnedOfAPriceInATokenCountsInThatTokenAlone() {
        RefundRule rule = new RefundRule(inToken(), GRACE);
        List<Received> received = List.of(new Received(TOKEN, BigInteger.valueOf(1000), Purpose.PRICE));

        Refunds refunds = rule.of(
                situation(ContentState.REJECTED, PaymentState.CONFIRMED, IN_TIME),
                received,
                List.of(back(null, 900, Certainty.FINAL)));
        assertThat(refunds.list()).containsExactly(refund(TOKEN, 900, 0, RefundReason.REJECTED));
        refunds = rule.of(
                situation(ContentState.REJECTED, PaymentState.CONFIRMED, IN_TIME),
                received,
                List.of(back(TOKEN, 900, Certainty.FINAL)));
        assertThat(refunds.list()).containsExactly(refund(TOKEN, 0, 900, RefundReason.REJECTED));
        assertThat(refunds.state()).isEqualTo(PaymentState.REFUNDED);
    }

    @Test
    void aRefusalKeepsTheCheckFeeAndReturnsTheRest() {
        Refunds refunds = owed(situation(ContentState.REJECTED, PaymentState.CONFIRMED, IN_TIME), paid(1000));
        assertThat(refunds.list()).containsExactly(refund(null, 900, 0, RefundReason.REJECTED));
        assertThat(refunds.state()).isEqualTo(PaymentState.REFUNDING);
    }

    @Test
    void aRefusalReturnsEverythingWhereTheTermsKeepNothing() {
        RefundRule before = new RefundRule(terms(null), GRACE);
        assertThat(before.of(
                                situation(ContentState.REJECTED, PaymentState.OVER, IN_TIME),
                                List.of(paid(1000), paid(1)),
                                List.of())
                        .list())
                .containsExactly(refund(null, 1001, 0, RefundReason.REJECTED));
    }

    @Test
    void aCheckFeeAbovePaidKeepsNoMoreThanCame() {
        assertThat(owed(situation(ContentState.REJECTED, PaymentState.AWAITING, IN_TIME), paid(60))
                        .list())
                .isEmpty();
    }

    @Test
    void aPriceWhoseFilesNeverCameGoesBackWholeForNothingWasChecked() {
        Situation abandoned = new Situation(
                ContentState.EXPIRED, Situation.Delivery.ABANDONED, null, PaymentState.CONFIRMED, IN_TIME);

        Refunds refunds = owed(abandoned, paid(1000));

        assertThat(refunds.list()).containsExactly(refund(null, 1000, 0, RefundReason.UNUSABLE));
        assertThat(refunds.state()).isEqualTo(PaymentState.REFUNDING);
        assertThat(owed(situation(ContentState.EXPIRED, PaymentState.CONFIRMED, IN_TIME), paid(1000))
                        .list())
                .as("an offer that ended, whose payment came in time")
                .isEmpty();
    }

    @Test
    void whatWasShownOnceIsPaidFor() {
        for (PaymentState standing : PaymentState.values()) {
            for (ContentState content : ContentState.values()) {
                Refunds refunds = RULE.of(
                        new Situation(content, IN_TIME, standing, LONG_AFTER), List.of(paid(1000), paid(3)), List.of());
                assertThat(refunds.list()).containsExactly(refund(null, 3, 0, RefundReason.OVER));
                assertThat(refunds.state()).isNull();
            }
        }
    }

    @Test
    void whoCancelsGetsOnlyBackWhatIsBeyondThePrice() {
        assertThat(owed(situation(ContentState.CANCELLED, PaymentState.OVER, LONG_AFTER), paid(1001))
                        .list())
                .containsExactly(refund(null, 1, 0, RefundReason.OVER));
    }

    @Test
    void aPartOfThePriceIsOwedOnceTheRestCanNoLongerCome() {
        Situation waiting = situation(
                ContentState.DRAFT, PaymentState.PARTIAL, END.plus(GRACE).plusSeconds(60));
        assertThat(owed(waiting, paid(400)).list()).isEmpty();
        assertThat(RULE.isWaiting(waiting, List.of(paid(400)))).isTrue();

        Situation over = situation(ContentState.DRAFT, PaymentState.PARTIAL, LONG_AFTER);
        assertThat(owed(over, paid(400)).list()).containsExactly(refund(null, 400, 0, RefundReason.UNUSABLE));
        assertThat(owed(over, paid(400)).state()).isEqualTo(PaymentState.REFUNDING);
        assertThat(RULE.isWaiting(over, List.of(paid(400)))).isFalse();
    }

    @Test
    void tokensThatNoPriceAskedForAreOwedAtOnceAndLeaveThePurchaseAlone() {
        Received tokens = new Received(TOKEN, BigInteger.valueOf(5), Purpose.UNASKED);
        Refunds beside = owed(situation(ContentState.READY, PaymentState.CONFIRMED, IN_TIME), paid(1000), tokens);
        assertThat(beside.list()).containsExactly(refund(TOKEN, 5, 0, RefundReason.UNUSABLE));
        assertThat(beside.state()).isNull();

        Refunds alone = owed(situation(ContentState.DRAFT, PaymentState.AWAITING, IN_TIME), tokens);
        assertThat(alone.list()).containsExactly(refund(TOKEN, 5, 0, RefundReason.UNUSABLE));
        assertThat(alone.state()).as("the coin may still come").isNull();
        assertThat(owed(situation(ContentState.EXPIRED, PaymentState.AWAITING, LONG_AFTER), tokens)
                        .state())
                .isEqualTo(PaymentState.REFUNDING);
    }

    @Test
    void coinThatWentToAnotherAddressOfOursIsOwed() {
        Received astray = new Received(null, BigInteger.valueOf(30), Purpose.UNASKED);
        assertThat(owed(situation(ContentState.READY, PaymentState.CONFIRMED, IN_TIME), paid(1000), astray)
                        .list())
                .containsExactly(refund(null, 30, 0, RefundReason.UNUSABLE));
    }

    @Test
    void aReturnCountsAtOnceAndEndsTheRefundOnceItIsFinal() {
        Situation refused = situation(ContentState.REJECTED, PaymentState.CONFIRMED, IN_TIME);
        Refunds part = RULE.of(refused, List.of(paid(1000)), List.of(back(null, 300, Certainty.FINAL)));
        assertThat(part.list()).containsExactly(refund(null, 600, 300, RefundReason.REJECTED));
        assertThat(part.state()).isEqualTo(PaymentState.REFUNDING);

        Refunds young = RULE.of(refused, List.of(paid(1000)), List.of(back(null, 900, Certainty.YOUNG)));
        assertThat(young.list()).containsExactly(refund(null, 0, 900, RefundReason.REJECTED));
        assertThat(young.state()).isEqualTo(PaymentState.REFUNDING);

        Refunds whole = RULE.of(refused, List.of(paid(1000)), List.of(back(null, 900, Certainty.FINAL)));
        assertThat(whole.state()).isEqualTo(PaymentState.REFUNDED);
    }

    /** Else a stranger could take a publication off its way with one wei. */
    @Test
    void whatSomebodyGivesAwayEndsNoPurchase() {
        Refunds refunds = RULE.of(
                situation(ContentState.READY, PaymentState.CONFIRMED, IN_TIME),
                List.of(paid(1000)),
                List.of(back(null, 5000, Certainty.FINAL)));
        assertThat(refunds.list()).isEmpty();
        assertThat(refunds.state()).isNull();
    }

    @Test
    void theBooksDoNotForgetWhatWentBackForWhatIsShownAllTheSame() {
        Situation shown = new Situation(ContentState.PUBLISHED, IN_TIME, PaymentState.CONFIRMED, LONG_AFTER);
        Refunds refunds = RULE.of(shown, List.of(paid(1000)), List.of(back(null, 900, Certainty.YOUNG)));
        assertThat(refunds.list()).containsExactly(refund(null, 0, 900, RefundReason.OVER));
        assertThat(refunds.state()).isNull();
        assertThat(RULE.of(shown, List.of(paid(1000)), List.of()).list()).isEmpty();
        assertThat(new RefundRule(inToken(), GRACE)
                        .of(shown, List.of(paid(1000)), List.of(back(TOKEN, 900, Certainty.FINAL)))
                        .list())
                .as("nothing came in what the price is in")
                .containsExactly(refund(null, 1000, 0, RefundReason.UNUSABLE));
    }

    @Test
    void returnsInATokenThatNobodyPaidInAreNotTold() {
        assertThat(RULE.of(
                                situation(ContentState.REJECTED, PaymentState.CONFIRMED, IN_TIME),
                                List.of(paid(1000)),
                                List.of(back(TOKEN, 900, Certainty.FINAL)))
                        .list())
                .containsExactly(refund(null, 900, 0, RefundReason.REJECTED));
    }

    @Property
    void nothingIsLostOrMadeUpInWhateverOrderItComes(
            @ForAll ContentState content,
            @ForAll PaymentState standing,
            @ForAll @IntRange(max = 2) int published,
            @ForAll @IntRange(max = 4) int hours,
            @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 2000) Integer> coins,
            @ForAll @Size(max = 4) List<@IntRange(min = 1, max = 2000) Integer> tokens,
            @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 1500) Integer> back,
            @ForAll long shuffle) {
        Situation situation =
                new Situation(content, published == 0 ? IN_TIME : null, standing, END.plus(Duration.ofHours(hours)));
        List<Received> received = new ArrayList<>();
        coins.forEach(amount -> received.add(
                new Received(null, BigInteger.valueOf(amount), amount % 5 == 0 ? Purpose.UNASKED : Purpose.PRICE)));
        tokens.forEach(amount -> received.add(new Received(TOKEN, BigInteger.valueOf(amount), Purpose.UNASKED)));
        List<Returned> returned = new ArrayList<>();
        back.forEach(amount -> returned.add(
                back(amount % 2 == 0 ? null : TOKEN, amount, amount % 3 == 0 ? Certainty.YOUNG : Certainty.FINAL)));

        Refunds refunds = RULE.of(situation, received, returned);

        for (Refund refund : refunds.list()) {
            BigInteger in = sum(received, refund.token());
            BigInteger out = refund.owed().add(refund.returned());
            BigInteger kept = in.subtract(out);
            assertThat(refund.owed().signum()).isNotNegative();
            if (refund.owed().signum() > 0) {
                assertThat(kept.signum())
                        .as("owed + returned + kept = received")
                        .isNotNegative();
                assertThat(kept).isLessThanOrEqualTo(BigInteger.valueOf(refund.token() == null ? 1000 : 0));
            }
        }
        Collections.shuffle(received, new Random(shuffle));
        assertThat(RULE.of(situation, received, returned)).isEqualTo(refunds);
    }

    private static BigInteger sum(List<Received> received, @Nullable Address token) {
        return received.stream()
                .filter(payment -> Objects.equals(payment.token(), token))
                .map(Received::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static Refunds owed(Situation situation, Received... received) {
        return RULE.of(situation, List.of(received), List.of());
    }

    private static Situation situation(ContentState content, PaymentState standing, Instant now) {
        return new Situation(content, null, standing, now);
    }

    private static Received paid(long amount) {
        return new Received(null, BigInteger.valueOf(amount), Purpose.PRICE);
    }

    private static Returned back(@Nullable Address token, long amount, Certainty certainty) {
        return new Returned(token, BigInteger.valueOf(amount), transaction(amount), certainty);
    }

    private static Bytes32 transaction(long amount) {
        return new Bytes32("0x%064x".formatted(amount));
    }

    /** With one transaction for what was returned. */
    private static Refund refund(@Nullable Address token, long owed, long returned, RefundReason reason) {
        return new Refund(
                token,
                BigInteger.valueOf(owed),
                BigInteger.valueOf(returned),
                reason,
                returned == 0 ? List.of() : List.of(transaction(returned)));
    }

    private static Terms inToken() {
        Terms coin = terms("100");
        return new Terms(
                Terms.TOKEN_VERSION,
                coin.audience(),
                coin.operator(),
                Terms.ROUTER_RAIL,
                coin.chainId(),
                coin.recipient(),
                OTHER_TOKEN,
                coin.price(),
                coin.checkFee(),
                new PaymentToken(TOKEN, "USDC", 6),
                coin.confirmations(),
                coin.expiresAt(),
                coin.hostingDays(),
                coin.uploadBytes(),
                coin.rules());
    }

    private static Terms terms(@Nullable String checkFee) {
        return new Terms(
                Terms.VERSION,
                "https://video.example",
                TOKEN,
                Terms.PLAIN_RAIL,
                1,
                TOKEN,
                null,
                "1000",
                checkFee,
                2,
                END,
                365,
                1500,
                "none");
    }
}
