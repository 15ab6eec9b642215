package dev.slipway.desk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerOriginTest {
    @ParameterizedTest
    @CsvSource({
        "https://Video.Example/,https://video.example",
        "https://video.example:443,https://video.example",
        "http://127.0.0.1:8080,http://127.0.0.1:8080",
        "http://[::1]:8080,http://[::1]:8080"
    })
    void anOriginHasOneForm(String typed, String origin) {
        assertThat(ServerOrigin.parse(typed).text()).isEqualTo(origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "video.example", "ftp://x", "https://video.example/path", "https://me@video.example"})
    void whatIsNoOriginIsRefused(String typed) {
        assertThatThrownBy(() -> ServerOrigin.parse(typed)).isInstanceOf(DeskException.class);
    }

    @Test
    void theServerCannotSendUsElsewhere() {
        ServerOrigin server = ServerOrigin.parse("https://video.example");

        assertThat(server.resolve("/api/uploads/1").toString()).isEqualTo("https://video.example/api/uploads/1");
        assertThatThrownBy(() -> server.resolve("https://evil.example/api/uploads/1"))
                .isInstanceOf(DeskException.class);
        assertThatThrownBy(() -> server.resolve("http://video.example/api/uploads/1"))
                .isInstanceOf(DeskException.class);
    }
}
