package dev.slipway.model.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EthereumValuesTest {

    @Test
    void anAddressIsTheSameInAnyCase() {
        Address checksummed = new Address("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");

        assertThat(checksummed).isEqualTo(new Address("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266"));
        assertThat(checksummed.abbreviated()).isEqualTo("0xf39f…2266");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0x", "f39fd6e51aad88f6f4ce6ab8827279cfffb92266", "0xf39f", "0xg", "0X00"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> new Address(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesWordsOfAnotherLength() {
        assertThatThrownBy(() -> Bytes32.of(new byte[31])).hasMessageContaining("32 bytes");
    }
}
