package dev.slipway.desk.browserwallet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.ethereum.TokenContract;
import dev.slipway.model.ethereum.TokenPayment;
import dev.slipway.model.terms.PaymentToken;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Which transactions count as what a wallet was asked for in a token. */
class PaymentOrderTest {
    private static final Address AUTHOR = new Address("0x" + "aa".repeat(20));
    private static final Address TOKEN = new Address("0x" + "33".repeat(20));
    private static final Address ROUTER = new Address("0x" + "44".repeat(20));

    private final PaymentOrder payment =
            Order.inToken(AUTHOR, new PaymentToken(TOKEN, "OLD", 15), ROUTER).payment();
    private final PaymentOrder allowance = payment.allowance();

    @Test
    void aPaymentIsTheCallOfTheRouterToTheLetter() {
        assertThat(payment.differenceOf(sent(ROUTER, 0, payment.data()))).isEmpty();
        assertThat(payment.differenceOf(sent(TOKEN, 0, payment.data()))).contains(PaymentOrder.Difference.RECIPIENT);
        assertThat(payment.differenceOf(sent(ROUTER, 1, payment.data()))).contains(PaymentOrder.Difference.AMOUNT);
        assertThat(payment.differenceOf(sent(
                        ROUTER,
                        0,
                        RouterContract.payTokenCall(new TokenPayment(
                                payment.reference(), TOKEN, payment.amount().add(BigInteger.ONE))))))
                .contains(PaymentOrder.Difference.REFERENCE);
    }

    @Test
    void anAllowanceMayBeMoreAndNeverLessOrForAnother() {
        BigInteger more = allowance.amount().shiftLeft(1);
        BigInteger less = allowance.amount().subtract(BigInteger.ONE);
        assertThat(allowance.differenceOf(sent(TOKEN, 0, allowance.data()))).isEmpty();
        assertThat(allowance.differenceOf(sent(TOKEN, 0, TokenContract.approveCall(ROUTER, more))))
                .isEmpty();
        assertThat(allowance.differenceOf(sent(TOKEN, 0, TokenContract.approveCall(ROUTER, less))))
                .contains(PaymentOrder.Difference.AMOUNT);
        assertThat(allowance.differenceOf(sent(TOKEN, 0, TokenContract.approveCall(AUTHOR, more))))
                .contains(PaymentOrder.Difference.REFERENCE);
        assertThat(allowance.differenceOf(sent(ROUTER, 0, allowance.data())))
                .contains(PaymentOrder.Difference.RECIPIENT);
    }

    /** What is remembered of the one says nothing of the other, nor of another amount. */
    @Test
    void anAllowanceIsRememberedApartFromItsPayment() {
        assertThat(payment.key()).isEqualTo(payment.reference());
        assertThat(allowance.key()).isNotEqualTo(payment.key());
        assertThat(allowance.of(BigInteger.ONE).key()).isNotEqualTo(allowance.key());
    }

    private static ChainTransaction sent(Address to, long value, String data) {
        return new ChainTransaction(Order.random(), AUTHOR, to, BigInteger.valueOf(value), data, TestChain.ID, false);
    }
}
