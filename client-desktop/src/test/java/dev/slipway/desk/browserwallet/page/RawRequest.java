package dev.slipway.desk.browserwallet.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One HTTP request to the letter, as any program on the machine could send it. */
record RawRequest(int port, String line, List<String> headers, String body) {

    static RawRequest get(URI page, String path) {
        return new RawRequest(page.getPort(), "GET " + path + " HTTP/1.1", List.of("Host: " + page.getAuthority()), "");
    }

    /** As our page asks. */
    static RawRequest post(URI page, String path, String token, String tab, String body) {
        return new RawRequest(
                page.getPort(),
                "POST " + path + " HTTP/1.1",
                List.of(
                        "Host: " + page.getAuthority(),
                        "Origin: http://" + page.getAuthority(),
                        "Content-Type: application/json",
                        "X-Slipway-Token: " + token,
                        "X-Slipway-Tab: " + tab),
                body);
    }

    RawRequest line(String other) {
        return new RawRequest(port, other, headers, body);
    }

    RawRequest body(String other) {
        return new RawRequest(port, line, headers, other);
    }

    RawRequest without(String name) {
        return new RawRequest(
                port,
                line,
                headers.stream()
                        .filter(header -> !header.startsWith(name + ":"))
                        .toList(),
                body);
    }

    RawRequest with(String header) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        return new RawRequest(port, line, more, body);
    }

    RawRequest replacing(String name, String value) {
        return without(name).with(name + ": " + value);
    }

    /** The whole answer, head and body. */
    String send() throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(line).append("\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        head.append("Content-Length: ").append(bytes.length).append("\r\nConnection: close\r\n\r\n");
        try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    int status() throws IOException {
        return Integer.parseInt(send().split(" ", 3)[1]);
    }

    /** The answer's head with the names of its headers in lower case. */
    List<String> head() throws IOException {
        return send().split("\r\n\r\n", 2)[0]
                .lines()
                .map(header -> header.contains(":")
                        ? header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT)
                                + header.substring(header.indexOf(':'))
                        : header)
                .toList();
    }
}
