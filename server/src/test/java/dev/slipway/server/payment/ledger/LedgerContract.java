package dev.slipway.server.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.chain.ChainUnavailable;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to, returns included; the memory one of the property test is judged by the same cases as PostgreSQL. */
abstract class LedgerContract extends LedgerReturnsContract {
    @Test
    void whatIsFinalIsToldOnceAndForAll() {
        Ledger ledger = begun();
        assertThat(ledger.isFinalityTold()).isFalse();
        ledger.noteThatFinalityIsTold();
        assertThat(ledger.isFinalityTold()).isTrue();
    }

    @Test
    void itBeginsOnce() {
        Ledger ledger = ledger();
        assertThat(ledger.cursor()).isEmpty();

        ledger.begin(block(5));
        ledger.begin(block(9));

        assertThat(ledger.cursor()).contains(block(5));
        assertThat(ledger.blockAt(5)).contains(block(5));
        assertThat(ledger.blockAt(9)).isEmpty();
    }

    @Test
    void aCreditIsThereOnceItsBlockIs() {
        Ledger ledger = begun();

        assertThat(append(ledger, block(5), block(6), List.of(credit(1, 6)))).isEqualTo(Ledger.Change.MADE);

        assertThat(ledger.cursor()).contains(block(6));
        assertThat(ledger.credits(REFERENCE)).containsExactly(credit(1, 6));
        assertThat(ledger.open(null, 10)).extracting(OpenReference::reference).containsExactly(REFERENCE);
    }

    @Test
    void aBlockThatDoesNotFollowTheCursorChangesNothing() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of());

        assertThat(append(ledger, block(5), block(6), List.of(credit(1, 6)))).isEqualTo(Ledger.Change.OVERTAKEN);
        assertThat(ledger.rewind(block(5), block(5))).isEqualTo(Ledger.Change.OVERTAKEN);
        BlockRef stranger = new BlockRef(6, hash(0x66));
        assertThat(append(ledger, stranger, block(7), List.of(credit(1, 7)))).isEqualTo(Ledger.Change.OVERTAKEN);

        assertThat(ledger.cursor()).contains(block(6));
        assertThat(ledger.credits(REFERENCE)).isEmpty();
    }

    @Test
    void aReorganisationUndoesWhatIsAboveTheAncestorAndNothingElse() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(credit(1, 6)));
        append(ledger, block(6), block(7), List.of(credit(2, 7)));
        ledger.close(REFERENCE);

        ledger.rewind(block(7), block(6));

        assertThat(ledger.cursor()).contains(block(6));
        assertThat(ledger.blockAt(7)).isEmpty();
        assertThat(ledger.credits(REFERENCE)).containsExactly(credit(1, 6));
        assertThat(ledger.undone(REFERENCE)).containsExactly(hash(2));
        assertThat(ledger.open(null, 10)).extracting(OpenReference::reference).containsExactly(REFERENCE);
    }

    @Test
    void aTransactionThatReturnsInAnotherBlockCountsOnce() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(credit(1, 6)));
        ledger.rewind(block(6), block(5));
        BlockRef other = new BlockRef(6, hash(0x66));
        append(ledger, block(5), other, List.of());

        append(ledger, other, block(7), List.of(credit(1, 7)));

        assertThat(ledger.credits(REFERENCE)).containsExactly(credit(1, 7));
        assertThat(ledger.undone(REFERENCE)).isEmpty();
    }

    @Test
    void twoLogsOfOneTransactionAreTwoCredits() {
        Ledger ledger = begun();
        Credit plain = credit(1, 6);
        Credit log = new Credit(
                plain.transactionHash(),
                3,
                REFERENCE,
                PAYER,
                RECIPIENT,
                new Address("0x" + "70".repeat(20)),
                BigInteger.TWO,
                ChainReceipt.Outcome.SUCCEEDED,
                block(6),
                TIME);

        append(ledger, block(5), block(6), List.of(plain, log));

        assertThat(ledger.credits(REFERENCE)).containsExactly(plain, log);
    }

    @Test
    void whatATransactionCreditsIsWhatItsNewestBlockSays() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(log(1, 1, hash(10), block(6)), log(1, 2, hash(20), block(6))));
        ledger.rewind(block(6), block(5));
        ledger.close(hash(10));
        ledger.close(hash(20));
        BlockRef other = new BlockRef(6, hash(0x66));
        Credit moved = log(1, 2, hash(30), other);

        append(ledger, block(5), other, List.of(moved));

        assertThat(ledger.credits(hash(10))).isEmpty();
        assertThat(ledger.credits(hash(20))).as("its place holds another now").isEmpty();
        assertThat(ledger.credits(hash(30))).containsExactly(moved);
        assertThat(ledger.open(null, 10))
                .as("all three are looked at again")
                .extracting(OpenReference::reference)
                .containsExactly(hash(10), hash(20), hash(30));
    }

    @Test
    void aBlockThatIsReadTwiceCountsOnceAndMayNotSayOtherThings() {
        Ledger ledger = begun();
        Credit first = log(1, 0, hash(10), block(6));
        append(ledger, block(5), block(6), List.of(first));
        ledger.rewind(block(6), block(5));

        assertThatThrownBy(() -> append(ledger, block(5), block(6), List.of(log(1, 0, hash(20), block(6)))))
                .isInstanceOf(ChainUnavailable.class)
                .hasMessageContaining("The node contradicts itself");
        assertThat(ledger.cursor()).contains(block(5));
        assertThat(ledger.credits(hash(10))).isEmpty();
        assertThat(ledger.credits(hash(20))).isEmpty();

        append(ledger, block(5), block(6), List.of(first));
        assertThat(ledger.credits(hash(10))).containsExactly(first);
    }

    @Test
    void whatWasClosedIsReopenedAndWhatNobodyPaidIsNot() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(credit(1, 6)));
        ledger.close(REFERENCE);
        ledger.reopen(REFERENCE);
        ledger.reopen(hash(0x77));
        assertThat(ledger.open(null, 10)).extracting(OpenReference::reference).containsExactly(REFERENCE);
    }

    @Test
    void routersAreRememberedWithWhomTheyPay() {
        Ledger ledger = begun();
        Address old = new Address("0x" + "01".repeat(20));
        Address current = new Address("0x" + "02".repeat(20));
        assertThat(ledger.routers(null, RECIPIENT)).isEmpty();
        ledger.routers(old, PAYER);

        assertThat(ledger.routers(current, RECIPIENT)).isEqualTo(Map.of(old, PAYER, current, RECIPIENT));
        assertThat(ledger.routers(old, RECIPIENT)).as("it cannot change").containsEntry(old, PAYER);
        assertThat(ledger.routers(null, RECIPIENT)).hasSize(2);
    }

    @Test
    void aClosedReferenceIsOpenedByAHint() {
        Ledger ledger = begun();
        OpenReference.Hint hint = new OpenReference.Hint(hash(1), TIME);
        ledger.hint(REFERENCE, hint);
        ledger.close(REFERENCE);
        assertThat(ledger.open(null, 10)).isEmpty();

        OpenReference.Hint later = new OpenReference.Hint(hash(2), TIME.plus(Ledger.BETWEEN_HINTS));
        assertThat(ledger.hint(REFERENCE, later)).isTrue();

        assertThat(ledger.open(null, 10)).containsExactly(new OpenReference(REFERENCE, later));
    }

    @Test
    void aHintThatIsRepeatedTooSoonDoesNothing() {
        Ledger ledger = begun();
        OpenReference.Hint first = new OpenReference.Hint(hash(1), TIME);
        assertThat(ledger.hint(REFERENCE, first)).isTrue();

        Instant soon = TIME.plus(Ledger.BETWEEN_HINTS).minusMillis(1);
        assertThat(ledger.hint(REFERENCE, new OpenReference.Hint(hash(2), soon)))
                .isFalse();

        assertThat(ledger.open(null, 10)).containsExactly(new OpenReference(REFERENCE, first));
    }

    @Test
    void whatIsPaidIsReadPageByPage() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(credit(1, 6, hash(30)), credit(2, 6, hash(10))));
        append(ledger, block(6), block(7), List.of(credit(3, 7, hash(20))));
        ledger.hint(hash(15), new OpenReference.Hint(hash(4), TIME));

        assertThat(ledger.paid(null, 2)).extracting(OpenReference::reference).containsExactly(hash(10), hash(20));
        assertThat(ledger.paid(hash(20), 2))
                .extracting(OpenReference::reference)
                .containsExactly(hash(30));
        assertThat(ledger.open(hash(10), 2))
                .extracting(OpenReference::reference)
                .containsExactly(hash(15), hash(20));
    }

    @Test
    void whatIsOnlyHintedTakesTurns() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(credit(1, 6)));
        for (int i = 1; i <= 3; i++) {
            ledger.hint(hash(i), new OpenReference.Hint(hash(40 + i), TIME.plusSeconds(i)));
        }

        assertThat(taken(ledger, 0)).containsExactlyInAnyOrder(hash(1), hash(2));
        ledger.hint(hash(1), new OpenReference.Hint(hash(41), TIME.plusSeconds(60)));
        assertThat(taken(ledger, 1)).as("a new hint is no way past the others").contains(hash(3));
        assertThat(taken(ledger, 2)).hasSize(2).doesNotContain(hash(3));
    }

    private static List<Bytes32> taken(Ledger ledger, int second) {
        return ledger.takeUnpaid(2, TIME.plusSeconds(second)).stream()
                .map(OpenReference::reference)
                .toList();
    }

    @Test
    void amountsBeyondSixtyFourBitsAreKeptExactly() {
        Ledger ledger = begun();
        BigInteger most = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
        Credit credit = new Credit(
                hash(1), -1, REFERENCE, PAYER, RECIPIENT, null, most, ChainReceipt.Outcome.FAILED, block(6), TIME);

        append(ledger, block(5), block(6), List.of(credit));

        assertThat(ledger.credits(REFERENCE)).containsExactly(credit);
    }

    @Test
    void oldBlocksAreForgottenAndTheirCreditsAreNot() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(credit(1, 6)));
        append(ledger, block(6), block(7), List.of());
        append(ledger, block(7), block(6 + Ledger.KEPT_BLOCKS), List.of());

        assertThat(ledger.blockAt(6)).isEmpty();
        assertThat(ledger.blockAt(7)).isPresent();
        assertThat(ledger.credits(REFERENCE)).hasSize(1);
    }

    @Test
    void everyRecipientThatEverWasIsWatched() {
        Ledger ledger = ledger();
        ledger.recipients(RECIPIENT);

        assertThat(ledger.recipients(PAYER)).containsExactlyInAnyOrder(RECIPIENT, PAYER);
    }
}
