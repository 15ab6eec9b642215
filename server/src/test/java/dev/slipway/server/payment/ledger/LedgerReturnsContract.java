package dev.slipway.server.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.server.chain.ChainUnavailable;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every ledger keeps to of payments that go back. */
abstract class LedgerReturnsContract extends LedgerCases {
    @Test
    void aReturnMayNotChangeInItsBlockAndMayInAnother() {
        Ledger ledger = begun();
        PaymentReturn first = returned(2, 0, block(6));
        ledger.append(block(5), block(6), new BlockPayments(List.of(), List.of(first)));
        ledger.rewind(block(6), block(5));
        BlockPayments changed = new BlockPayments(List.of(), List.of(worth(BigInteger.ONE, first)));

        assertThatThrownBy(() -> ledger.append(block(5), block(6), changed)).isInstanceOf(ChainUnavailable.class);
        assertThat(ledger.returns(REFERENCE)).isEmpty();

        BlockRef other = new BlockRef(6, hash(0x66));
        PaymentReturn moved = worth(BigInteger.ONE, returned(2, 0, other));
        ledger.append(block(5), other, new BlockPayments(List.of(), List.of(moved)));
        assertThat(ledger.returns(REFERENCE)).containsExactly(moved);
    }

    private static PaymentReturn worth(BigInteger amount, PaymentReturn back) {
        return new PaymentReturn(
                back.transactionHash(),
                back.logIndex(),
                back.reference(),
                back.sender(),
                back.refundTo(),
                back.token(),
                amount,
                back.block(),
                back.blockTime());
    }

    @Test
    void aReturnIsThereOnceItsBlockIsAndGoesWithIt() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(credit(1, 6)));
        ledger.close(REFERENCE);
        PaymentReturn back = returned(2, Credit.PLAIN_TRANSFER, block(7));
        ledger.append(block(6), block(7), new BlockPayments(List.of(), List.of(back)));
        assertThat(ledger.returns(REFERENCE)).containsExactly(back);
        assertThat(ledger.open(null, 10)).extracting(OpenReference::reference).containsExactly(REFERENCE);
        ledger.close(REFERENCE);

        ledger.rewind(block(7), block(6));

        assertThat(ledger.returns(REFERENCE)).isEmpty();
        assertThat(ledger.credits(REFERENCE)).containsExactly(credit(1, 6));
        assertThat(ledger.open(null, 10)).extracting(OpenReference::reference).containsExactly(REFERENCE);
    }

    @Test
    void aReturnThatComesBackInAnotherBlockCountsOnce() {
        Ledger ledger = begun();
        ledger.append(
                block(5),
                block(6),
                new BlockPayments(List.of(), List.of(returned(2, Credit.PLAIN_TRANSFER, block(6)))));
        ledger.rewind(block(6), block(5));
        BlockRef other = new BlockRef(6, hash(0x66));
        append(ledger, block(5), other, List.of());
        PaymentReturn later = returned(2, Credit.PLAIN_TRANSFER, block(7));
        ledger.append(other, block(7), new BlockPayments(List.of(), List.of(later)));

        assertThat(ledger.returns(REFERENCE)).containsExactly(later);
        PaymentReturn log = returned(3, 4, block(8));
        ledger.append(block(7), block(8), new BlockPayments(List.of(), List.of(log)));
        assertThat(ledger.returns(REFERENCE)).containsExactly(later, log);
    }

    @Test
    void aReturnInABlockThatDoesNotFollowTheCursorIsNotKept() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of());
        BlockPayments late = new BlockPayments(List.of(), List.of(returned(2, Credit.PLAIN_TRANSFER, block(6))));

        assertThat(ledger.append(block(5), block(6), late)).isEqualTo(Ledger.Change.OVERTAKEN);
        assertThat(ledger.returns(REFERENCE)).isEmpty();
    }

    @Test
    void aClaimedReturnIsKeptOnceAndRememberedWhenItsBlockGoes() {
        Ledger ledger = begun();
        append(ledger, block(5), block(6), List.of(credit(1, 6)));
        PaymentReturn claimed = returned(2, Credit.PLAIN_TRANSFER, block(6));
        assertThat(ledger.claim(returned(2, Credit.PLAIN_TRANSFER, block(7)))).isEqualTo(Ledger.Claim.NOT_READ);
        assertThat(ledger.claim(returned(2, Credit.PLAIN_TRANSFER, new BlockRef(6, hash(0x66)))))
                .isEqualTo(Ledger.Claim.NOT_READ);
        assertThat(ledger.claim(returned(1, Credit.PLAIN_TRANSFER, block(6))))
                .as("it is the payment")
                .isEqualTo(Ledger.Claim.COUNTED_ALREADY);

        assertThat(ledger.claim(claimed)).isEqualTo(Ledger.Claim.NOTED);
        assertThat(ledger.claim(claimed)).isEqualTo(Ledger.Claim.COUNTED_ALREADY);
        assertThat(ledger.returns(REFERENCE)).containsExactly(claimed);
        assertThat(ledger.lostClaims()).isEmpty();

        ledger.rewind(block(6), block(5));
        assertThat(ledger.returns(REFERENCE)).isEmpty();
        assertThat(ledger.lostClaims()).isEqualTo(Map.of(hash(2), REFERENCE));

        ledger.append(block(5), block(6), new BlockPayments(List.of(), List.of(claimed)));
        assertThat(ledger.lostClaims()).isEmpty();
        assertThat(ledger.returns(REFERENCE)).containsExactly(claimed);
    }
}
