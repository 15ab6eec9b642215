package dev.slipway.server.payment.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.payment.ledger.MemoryLedger;
import dev.slipway.server.payment.reading.SimulatedChain;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinalityTest {
    private static final long MAINNET = 1;

    private final MemoryLedger ledger = new MemoryLedger();

    @Test
    void aBlockConfirmsItselfAndOneAboveTheHeadHasNoConfirmation() {
        Finality finality = new Finality(10, OptionalLong.empty());
        assertThat(finality.confirmations(9)).isEqualTo(2);
        assertThat(finality.confirmations(10)).isEqualTo(1);
        assertThat(finality.confirmations(11)).isZero();
        assertThat(finality.confirmations(500)).isZero();
    }

    @Test
    void moreConfirmationsThanANumberHoldsAreTheLargestNumber() {
        assertThat(new Finality(5_000_000_000L, OptionalLong.empty()).confirmations(0))
                .isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void withoutFinalBlocksTheDepthDecides() {
        Finality finality = new Finality(10, OptionalLong.empty());
        assertThat(finality.isFinal(8, 3)).isTrue();
        assertThat(finality.isFinal(9, 3)).isFalse();
    }

    @Test
    void whereTheChainSaysWhatIsFinalDepthDoesNotCount() {
        Finality finality = new Finality(50, OptionalLong.of(20));
        assertThat(finality.isFinal(20, 1000)).isTrue();
        assertThat(finality.isFinal(21, 1))
                .as("thirty blocks deep, and not final")
                .isFalse();
    }

    @Test
    void aChainsOwnFinalBlockIsTaken() {
        SimulatedChain node = new SimulatedChain();
        node.finalized = 7L;
        assertThat(Finality.of(node, ledger, MAINNET, 40)).isEqualTo(new Finality(40, OptionalLong.of(7)));
        node.finalized = 1L;
        assertThat(Finality.of(node, ledger, MAINNET, 40).finalized()).hasValue(1);
    }

    @Test
    void aNodeThatHasSeenNoBlockBecomeFinalSaysNothingOfIt() {
        SimulatedChain node = new SimulatedChain();
        assertThat(Finality.of(node, ledger, MAINNET, 40)).isEqualTo(new Finality(40, OptionalLong.empty()));
        node.finalized = 0L;
        assertThat(Finality.of(node, ledger, MAINNET, 40).finalized())
                .as("the first block is final on every chain, and would keep every payment waiting")
                .isEmpty();
    }

    @Test
    void aNodeThatLosesWhatIsFinalIsNotBelieved() {
        SimulatedChain node = new SimulatedChain();
        node.finalized = 7L;
        assertThat(Finality.of(node, ledger, MAINNET, 40).finalized()).hasValue(7);
        node.finalized = null;
        assertThatExceptionOfType(ChainUnavailable.class)
                .isThrownBy(() -> Finality.of(node, ledger, MAINNET, 400))
                .withMessageContaining("no longer says");
        node.finalized = 0L;
        assertThatExceptionOfType(ChainUnavailable.class).isThrownBy(() -> Finality.of(node, ledger, MAINNET, 400));
    }

    @ParameterizedTest
    @ValueSource(longs = {31337, 1337})
    void whatADevelopmentNodeCallsFinalMeansNothing(long chainId) {
        SimulatedChain node = new SimulatedChain();
        node.finalized = 7L;
        assertThat(Finality.of(node, ledger, chainId, 40)).isEqualTo(new Finality(40, OptionalLong.empty()));
    }
}
