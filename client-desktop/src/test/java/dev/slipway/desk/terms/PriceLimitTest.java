package dev.slipway.desk.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.model.ethereum.Address;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceLimitTest {
    private static final String CONTRACT = "0x" + "33".repeat(20);

    @Test
    void aLimitIsInCoinOrInOneToken() {
        assertThat(PriceLimit.parse("0.1")).isEqualTo(PriceLimit.ofWei(new BigInteger("100000000000000000")));
        assertThat(PriceLimit.parse(" 25.5 @ " + CONTRACT))
                .isEqualTo(new PriceLimit(new BigDecimal("25.5"), new Address(CONTRACT)));
        assertThat(PriceLimit.parse("25.5@" + CONTRACT)).hasToString("25.5@" + CONTRACT);
        assertThat(PriceLimit.parse("0.1")).hasToString("0.1");
    }

    /** The last would take all memory where somebody wrote it out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "25@",
                "25@USDC",
                "@0x3333333333333333333333333333333333333333",
                "-1@0x3333333333333333333333333333333333333333",
                "1e1000000000@0x3333333333333333333333333333333333333333"
            })
    void otherTextIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PriceLimit.parse(text))
                .withMessageContaining("such as 25@0x…");
    }
}
