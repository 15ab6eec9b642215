package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerArgumentsTest {

    @Test
    void whatIsWrittenBecomesSettings() {
        ServerArguments arguments = ServerArguments.parse("--port", "0", "--data", "somewhere", "--json");
        assertThat(arguments.asProperties())
                .contains("--server.port=0", "--slipway.data=somewhere", "--slipway.output=JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "", "99999999999"})
    void aPortIsANumberThatPortsHave(String port) {
        assertThatExceptionOfType(ServerArguments.UsageException.class)
                .isThrownBy(() -> ServerArguments.parse("--port", port))
                .withMessageContaining("--port");
    }

    @Test
    void anUnknownArgumentIsNamed() {
        assertThatExceptionOfType(ServerArguments.UsageException.class)
                .isThrownBy(() -> ServerArguments.parse("--prot", "80"))
                .withMessageContaining("--prot");
    }

    @Test
    void anArgumentWithoutItsValueIsNamed() {
        assertThatExceptionOfType(ServerArguments.UsageException.class)
                .isThrownBy(() -> ServerArguments.parse("--data"))
                .withMessageContaining("--data");
    }

    @Test
    void aConfigurationFileMustBeThere() {
        assertThatExceptionOfType(ServerArguments.UsageException.class)
                .isThrownBy(() -> ServerArguments.parse(
                        "--config", Path.of("no", "such.yml").toString()))
                .withMessageContaining("such.yml");
    }
}
