package dev.slipway.desk.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopBrowserTest {
    private static final URI PAGE = URI.create("http://127.0.0.1:4000/#secret");

    @ParameterizedTest
    @CsvSource({"Linux,xdg-open", "Mac OS X,open", "Windows 11,rundll32"})
    void theSystemsOwnWayOpensTheLink(String system, String program) {
        assertThat(new DesktopBrowser(OperatingSystem.of(system)).commandFor(PAGE))
                .startsWith(program)
                .endsWith(PAGE.toString());
    }

    /** A server names the address of its page; it must not start programs here. */
    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ms-settings:about", "javascript:alert(1)", "--help", "relative"})
    void onlyPagesOfTheWebAreOpened(String link) {
        assertThatThrownBy(() -> new DesktopBrowser(OperatingSystem.LINUX).commandFor(URI.create(link)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oddCharactersStayOneArgument() {
        assertThat(new DesktopBrowser(OperatingSystem.WINDOWS)
                        .commandFor(URI.create("https://video.example/a%22b?c=1&d=2")))
                .last()
                .isEqualTo("https://video.example/a%22b?c=1&d=2");
    }
}
