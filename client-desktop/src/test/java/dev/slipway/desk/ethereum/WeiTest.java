package dev.slipway.desk.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeiTest {
    @ParameterizedTest
    @CsvSource({"1,0.000000000000000001 ETH", "0,0 ETH", "10000000000000000,0.01 ETH", "100000000000000000000,100 ETH"})
    void amountsAreShownExactly(BigInteger wei, String words) {
        assertThat(Wei.inEther(wei)).isEqualTo(words);
        assertThat(Wei.fromEther(words.replace(" ETH", ""))).isEqualTo(wei);
    }

    @ParameterizedTest
    @CsvSource({"2000,0.000000000000002 ETH", "2345678901234567,0.002346 ETH", "12345600000000000000000,12350 ETH"})
    void whereThereIsLittleRoomFourFiguresAreEnough(BigInteger wei, String words) {
        assertThat(Wei.roughlyInEther(wei)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "a", "1e-19", "1e999999999", "0.0000000000000000001"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Wei.fromEther(text));
    }

    @Test
    void theFeeCapOutlastsSixFullBlocks() {
        BigInteger base = BigInteger.valueOf(1_000_000_000);
        BigInteger cap = Fees.fromBaseFee(base, BigInteger.ONE).maxFeePerGas();

        assertThat(cap.doubleValue()).isGreaterThanOrEqualTo(base.doubleValue() * Math.pow(1.125, 5));
    }
}
