package dev.slipway.server.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.TestWallet;
import dev.slipway.server.problem.ProblemException;
import java.math.BigInteger;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Returns to a contract that takes coin and no data. */
class ProvenReturnsTest extends PassFixture {
    private static final Address REFUND_TO = RecordingPublications.REFUND_TO;
    /** Fails where it is called with data. */
    private static final String TAKES_COIN_ALONE = "0x3615600957600080fd5b00";

    private PublicationId id = new PublicationId(new UUID(0, 0));

    @BeforeEach
    void refuse() {
        anvil.call("anvil_setCode", REFUND_TO.hex(), TAKES_COIN_ALONE);
        id = publications.add(REFERENCE, terms());
        wallet.pay(RECIPIENT, PRICE, REFERENCE);
        mineAndLook(CONFIRMATIONS);
        publications.moveTo(id, ContentState.REJECTED);
        ledger.reopen(REFERENCE);
        look();
    }

    private TestWallet.Transfer bare(BigInteger amount) {
        return wallet.transfer(REFUND_TO, amount, "0x");
    }

    private void claim(Bytes32 hash) {
        new ProvenReturns(node, new ChainEndpoint(anvil.rpc(), anvil.chainId()), ledger, this::look)
                .claim(publications.find(id).orElseThrow(), PRICE, hash);
    }

    private void assertRefused(ProblemCode code, Bytes32 hash) {
        assertThatThrownBy(() -> claim(hash))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(code));
        assertThat(ledger.returns(REFERENCE)).isEmpty();
    }

    @Test
    void dataIsRefusedAndWhatComesWithoutIsProvenWhenItIsFinal() {
        assertThat(node.hasCode(REFUND_TO)).isTrue();
        assertThat(node.hasCode(RECIPIENT)).isFalse();
        wallet.pay(REFUND_TO, PRICE, REFERENCE);
        mineAndLook();
        assertThat(ledger.returns(REFERENCE)).as("the contract took no data").isEmpty();

        Bytes32 hash = wallet.send(bare(PRICE));
        assertRefused(ProblemCode.WRONG_STATE, hash);
        mineAndLook();
        assertRefused(ProblemCode.WRONG_STATE, hash);
        anvil.mine(CONFIRMATIONS);
        look();
        claim(hash);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDED);
        assertThatThrownBy(() -> claim(hash)).hasMessageContaining("counted already");
    }

    @Test
    void whatIsNotExactlyTheReturnIsRefused() {
        Bytes32 less = wallet.send(bare(PRICE.subtract(BigInteger.ONE)));
        Bytes32 more = wallet.send(bare(PRICE.add(BigInteger.ONE)));
        Bytes32 elsewhere = wallet.send(wallet.transfer(RECIPIENT, PRICE, "0x"));
        Bytes32 failed = wallet.pay(REFUND_TO, PRICE, reference(9));
        mineAndLook(CONFIRMATIONS);
        for (Bytes32 hash : new Bytes32[] {less, more, elsewhere, failed}) {
            assertRefused(ProblemCode.BAD_REQUEST, hash);
        }
        assertRefused(ProblemCode.NOT_FOUND, reference(10));
    }

    @Test
    void whatTheChainTakesBackIsOwedAgainAndKnownAgainWithoutBeingTold() {
        TestWallet.Transfer transfer = bare(PRICE);
        Bytes32 hash = wallet.send(transfer);
        mineAndLook(CONFIRMATIONS);
        claim(hash);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDED);

        anvil.reorganise(CONFIRMATIONS);
        forgetWaiting();
        look();
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDING);

        wallet.send(transfer);
        mineAndLook(CONFIRMATIONS);
        assertThat(publications.standing(id).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(ledger.returns(REFERENCE)).hasSize(1);
    }
}
