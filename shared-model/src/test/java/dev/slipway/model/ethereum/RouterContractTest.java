package dev.slipway.model.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterContractTest {
    private static final Bytes32 REFERENCE = new Bytes32("0x" + "ab".repeat(32));
    private static final Address ROUTER = new Address("0x" + "12".repeat(20));

    @Test
    void aCallCarriesTheReferenceThereAndBack() {
        assertThat(RouterContract.payCall(REFERENCE)).isEqualTo("0x8609cad1" + "ab".repeat(32));
        assertThat(RouterContract.paidReference(RouterContract.payCall(REFERENCE)))
                .contains(REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x", "0x8609cad1", "0x8609cad1ab", "0x66d003ac"})
    void otherCallsCarryNone(String input) {
        assertThat(RouterContract.paidReference(input)).isEmpty();
    }

    @Test
    void nothingMayFollowTheReference() {
        assertThat(RouterContract.paidReference(RouterContract.payCall(REFERENCE) + "00"))
                .isEmpty();
        assertThat(RouterContract.paidReference("0x569deb2f" + "ab".repeat(32))).isEmpty();
    }

    @Test
    void anAddressFillsAWordFromItsEnd() {
        assertThat(RouterContract.address("0x" + "00".repeat(12) + "12".repeat(20)))
                .contains(ROUTER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 20, 31, 33, 64})
    void otherLengthsAreNoAddress(int bytes) {
        assertThat(RouterContract.address("0x" + "00".repeat(bytes))).isEmpty();
    }

    @Test
    void aWordThatHoldsMoreIsNoAddress() {
        assertThat(RouterContract.address("0x" + "00".repeat(11) + "01" + "12".repeat(20)))
                .isEmpty();
        assertThat(RouterContract.address("no hex")).isEmpty();
    }

    /** As in EIP-681: address, chain, function, its argument by type, and the value. */
    @Test
    void aWalletReadsTheWholeCallFromAnAddress() {
        assertThat(PaymentUri.ofRouter(137, ROUTER, REFERENCE, new BigInteger("2014000000000000000")))
                .isEqualTo("ethereum:0x" + "12".repeat(20) + "@137/pay?bytes32=0x" + "ab".repeat(32)
                        + "&value=2014000000000000000");
    }
}
