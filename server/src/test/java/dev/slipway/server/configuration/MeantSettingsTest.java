package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.server.SlipwayServer;
import dev.slipway.server.chain.EthereumWallets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class MeantSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "recipient, 0x0000000000000000000000000000000000000000, zero address",
        "recipient, 0xABCDEFabcdefABCDEFabcdefABCDEFabcdefABCD, checksum (EIP-55) is wrong",
        "router, 0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266, checksum (EIP-55) is wrong",
        "token, 0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266, checksum (EIP-55) is wrong",
        "operators, '0x1111111111111111111111111111111111111111, 0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266', checksum",
        "moderators[0], 0xF39Fd6e51aad88F6F4ce6aB8827279cffFb92266, checksum (EIP-55) is wrong",
        "chain-rpc, ftp://node.example/ApiKey123, http:// or https://",
        "chain-rpc, http://exa mple/ApiKey123, http:// or https://",
        "chain-rpc, https:///ApiKey123, http:// or https://",
        "chain-rpc, node.example:8545, http:// or https://",
        "chain-rpc, built-in, http:// or https://",
        "database-url, 'jdbc:h2:mem:x;PASSWORD=hush', begins with jdbc:postgresql://",
        "database-url, postgresql://slipway:hush@127.0.0.1/prod, begins with jdbc:postgresql://"
    })
    void whatNobodyCanMeanIsRefusedWithoutItsValue(String name, String value, String sentence) {
        assertThat(wrong(name, value))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .startsWith(BoundSettings.variable(name.replace("[0]", "")) + " ")
                .contains(sentence)
                .doesNotContain(value, "hush", "ApiKey");
    }

    @ParameterizedTest
    @CsvSource({
        "recipient, 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
        "recipient, 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
        "recipient, 0xF39FD6E51AAD88F6F4CE6AB8827279CFFFB92266",
        "recipient, 0x000000000000000000000000000000000000dEaD",
        "operators, me",
        "chain-rpc, https://node.example/v3/ApiKey123",
        "chain-rpc, HTTP://[::1]:8545",
        "database-url, jdbc:postgresql://127.0.0.1/slipway?user=slipway",
        "database-url, jdbc:postgresql:slipway"
    })
    void whatCanBeMeantIsTakenOrToldWhereItIsBound(String name, String value) {
        assertThat(wrong(name, value)).isEmpty();
    }

    /** By the program itself: nothing has been made yet. */
    @Test
    void developmentRefusesItToo(@TempDir Path folder) {
        SpringApplication server = new SpringApplication(SlipwayServer.class);
        server.addInitializers(new SettingsCheck(new EthereumWallets()));
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> server.run(
                        "--slipway.recipient=0x" + "0".repeat(40), "--slipway.data=" + folder.resolve("data")))
                .withMessageContaining("SLIPWAY_RECIPIENT is the zero address");
        assertThat(folder).isEmptyDirectory();
    }

    private static List<String> wrong(String name, String value) {
        MockEnvironment environment = new MockEnvironment();
        environment.setProperty("slipway." + name, value);
        return MeantSettings.wrong(BoundSettings.of(environment), new EthereumWallets());
    }
}
