package dev.slipway.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSettingsTest {

    /** Audiences of signatures are compared letter by letter, so all have to be told the same ones. */
    @ParameterizedTest
    @CsvSource({
        "https://video.example/, https://video.example",
        "https://Video.Example:443, https://video.example",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "https://video.example/here/, https://video.example/here/",
        ","
    })
    void thePublicOriginIsWrittenAsBrowsersWriteIt(@Nullable URI written, @Nullable URI meant) {
        ServerSettings settings = new ServerSettings(Mode.PRODUCTION, Path.of("data"), written, Set.of(Role.API));
        assertThat(settings.publicUrl()).isEqualTo(meant);
        if (meant != null) {
            assertThat(new PublicOrigin(settings, "127.0.0.1").link("/watch")).isEqualTo(meant + "/watch");
        }
    }
}
