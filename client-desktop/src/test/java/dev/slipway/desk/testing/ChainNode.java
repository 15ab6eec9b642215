package dev.slipway.desk.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** anvil on a free port of 127.0.0.1, a block a second: a real node that is not ours. */
public final class ChainNode implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on (127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final URI rpc;

    private ChainNode(Process process, URI rpc) {
        this.process = process;
        this.rpc = rpc;
    }

    public static ChainNode start() throws IOException {
        Path anvil = Checkout.root().resolve("server/web/node_modules/.bin/anvil");
        assertThat(anvil)
                .as("anvil, which the server's build installs with npm")
                .isExecutable();
        Process process = new ProcessBuilder(
                        List.of(anvil.toString(), "--host", "127.0.0.1", "--port", "0", "--block-time", "1"))
                .redirectErrorStream(true)
                .start();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> reader.lines().forEach(ignored -> {}));
                return new ChainNode(process, URI.create("http://" + listening.group(1)));
            }
        }
        process.destroyForcibly();
        throw new AssertionError("anvil ended before it listened");
    }

    public URI rpc() {
        return rpc;
    }

    /** One JSON-RPC call; the whole answer as text. */
    public String call(String method, String parameters) throws IOException, InterruptedException {
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":" + parameters + "}";
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(rpc)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
