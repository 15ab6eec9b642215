package dev.slipway.model.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouterContractTest {
    private static final Bytes32 REFERENCE = new Bytes32("0x" + "ab".repeat(32));
    private static final Address ROUTER = new Address("0x" + "12".repeat(20));

    private static final TokenPayment PAYMENT =
            new TokenPayment(REFERENCE, new Address("0x" + "34".repeat(20)), BigInteger.valueOf(1000));

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

    @Test
    void aPaymentInATokenIsReadAsItWasWritten() {
        assertThat(RouterContract.payTokenCall(PAYMENT))
                .isEqualTo(
                        "0x569deb2f" + "ab".repeat(32) + "00".repeat(12) + "34".repeat(20) + "00".repeat(30) + "03e8");
        assertThat(RouterContract.tokenPayment(RouterContract.payTokenCall(PAYMENT)))
                .contains(PAYMENT);
        Permit permit = new Permit(BigInteger.valueOf(16), "0x" + "01".repeat(32) + "02".repeat(32) + "1b");
        String call = RouterContract.payTokenCall(PAYMENT, permit);
        assertThat(call)
                .startsWith("0x02565f49" + "ab".repeat(32))
                .endsWith("00".repeat(31) + "10" + "00".repeat(31) + "1b" + "01".repeat(32) + "02".repeat(32));
        assertThat(RouterContract.tokenPayment(call)).contains(PAYMENT);
    }

    @Test
    void otherCallsPayNothingInAToken() {
        String call = RouterContract.payTokenCall(PAYMENT);
        assertThat(RouterContract.tokenPayment(call + "00")).isEmpty();
        assertThat(RouterContract.tokenPayment(call.substring(0, call.length() - 2)))
                .isEmpty();
        assertThat(RouterContract.tokenPayment(RouterContract.payCall(REFERENCE)))
                .isEmpty();
        // Twelve bytes before the address belong to it and have to be zero.
        assertThat(RouterContract.tokenPayment(call.replace("00".repeat(12) + "34", "01".repeat(12) + "34")))
                .isEmpty();
    }

    @Test
    void anApprovalIsReadAsItWasWritten() {
        String call = TokenContract.approveCall(ROUTER, BigInteger.TEN);
        assertThat(TokenContract.approval(call)).contains(new TokenContract.Approval(ROUTER, BigInteger.TEN));
        assertThat(TokenContract.approval(call + "00")).isEmpty();
        assertThat(TokenContract.approval(call.replace("0x095ea7b3", "0xa9059cbb")))
                .isEmpty();
    }

    @Test
    void aWalletReadsBothCallsOfAPaymentInATokenFromAddresses() {
        assertThat(PaymentUri.ofApproval(137, PAYMENT.token(), ROUTER, PAYMENT.amount()))
                .isEqualTo("ethereum:0x" + "34".repeat(20) + "@137/approve?address=0x" + "12".repeat(20)
                        + "&uint256=1000");
        assertThat(PaymentUri.ofTokenPayment(137, ROUTER, PAYMENT))
                .isEqualTo("ethereum:0x" + "12".repeat(20) + "@137/payToken?bytes32=0x" + "ab".repeat(32)
                        + "&address=0x" + "34".repeat(20) + "&uint256=1000");
    }
}
