package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class PlayMoneyTest {
    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.53", "::1", "localhost"})
    void onThisMachineEverythingIsFine(String host) {
        environment.setProperty("server.address", host);

        assertThatCode(() -> PlayMoney.check(environment, Mode.DEVELOPMENT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.4", "video.example"})
    void theBuiltInChainIsForNobodyElse(String host) {
        environment.setProperty("server.address", host);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> PlayMoney.check(environment, Mode.DEVELOPMENT))
                .withMessageContaining(host)
                .withMessageContaining("SLIPWAY_CHAIN_RPC");
        environment.setProperty("slipway.chain-rpc", "http://127.0.0.1:8545");
        assertThatCode(() -> PlayMoney.check(environment, Mode.DEVELOPMENT)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31337", "1337", " 31337 ", "0x7a69", "0X539", "031337", "#7a69"})
    void productionIsNotPaidInIt(String chain) {
        environment.setProperty("slipway.chain-rpc", "http://127.0.0.1:8545");
        environment.setProperty("slipway.chain-id", chain);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> PlayMoney.check(environment, Mode.PRODUCTION))
                .withMessageContaining("worthless");
        assertThatCode(() -> PlayMoney.check(environment, Mode.DEVELOPMENT)).doesNotThrowAnyException();
    }

    @Test
    void aRealChainIsFine() {
        environment.setProperty("slipway.chain-rpc", "https://node.example");
        environment.setProperty("slipway.chain-id", "1");

        assertThatCode(() -> PlayMoney.check(environment, Mode.PRODUCTION)).doesNotThrowAnyException();
    }
}
