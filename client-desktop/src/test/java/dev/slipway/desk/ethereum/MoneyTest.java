package dev.slipway.desk.ethereum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.terms.PaymentToken;
import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {
    private static final Address CONTRACT = new Address("0x" + "33".repeat(20));

    @ParameterizedTest
    @CsvSource({
        "6, 5250000, 5.25 USDC, 5.25 USDC",
        "6, 1, 0.000001 USDC, 0.000001 USDC",
        "0, 1200, 1200 USDC, 1200 USDC",
        "18, 1000000000000000001, 1.000000000000000001 USDC, 1 USDC",
        "2, 0, 0 USDC, 0 USDC"
    })
    void anAmountOfATokenHasItsDecimalsAndItsName(int decimals, BigInteger amount, String exact, String rough) {
        Money money = new Money(new PaymentToken(CONTRACT, "USDC", decimals));
        assertThat(money.text(amount)).isEqualTo(exact);
        assertThat(money.roughly(amount)).isEqualTo(rough);
    }

    @ParameterizedTest
    @CsvSource({"1000000000000000, 0.001 ETH, 0.001", "0, 0 ETH, 0"})
    void coinIsAsItWas(BigInteger wei, String text, String alone) {
        assertThat(Money.COIN.text(wei)).isEqualTo(text);
        assertThat(Money.COIN.alone(wei)).isEqualTo(alone);
    }
}
