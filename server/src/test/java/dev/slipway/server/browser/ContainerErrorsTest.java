package dev.slipway.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no client library would send. */
@ServerTest
class ContainerErrorsTest {
    private static final int PATIENCE = (int) Duration.ofSeconds(20).toMillis();

    private final int port;

    @Autowired
    ContainerErrorsTest(@LocalServerPort int port) {
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /watch/[<script>] HTTP/1.1|Host: 127.0.0.1|400",
                "GET /watch/%zz HTTP/1.1|Host: 127.0.0.1|400",
                "GET /watch/%2f..%2f HTTP/1.1|Host: 127.0.0.1|400",
                "GET / HTTP/1.1|Host: a b|400",
                "GET / HTTP/1.1|X: without a host|400",
                "GET / HTTP/9.9|Host: 127.0.0.1|400",
                "TRACE / HTTP/1.1|Host: 127.0.0.1|405",
                "TRACE /api/operator HTTP/1.1|Host: 127.0.0.1|405",
                "CONNECT 127.0.0.1:1 HTTP/1.1|Host: 127.0.0.1|400",
                "nonsense|Host: 127.0.0.1|400",
                "POST / HTTP/1.1|Content-Length: -1|400",
                "POST / HTTP/1.1|Host: 127.0.0.1\\r\\nTransfer-Encoding: nonsense|400"
            })
    void whatIsNoRequestGetsAProblemWithAllHeaders(String line, String header, int status) throws IOException {
        String answer = send(line + "\r\n" + header.translateEscapes() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains(
                        "X-Content-Type-Options: nosniff",
                        "Content-Security-Policy: default-src 'none'",
                        "X-Frame-Options: DENY",
                        "Cross-Origin-Resource-Policy: same-origin",
                        "application/problem+json")
                .doesNotContain("<html", "script", "Tomcat", "Apache");
    }

    private String send(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
