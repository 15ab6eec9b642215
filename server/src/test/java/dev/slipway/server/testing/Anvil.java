package dev.slipway.server.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** anvil, the chain node of the tests, as a child process on a free port. Its accounts are the ten of "test … junk". */
public final class Anvil implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration START = Duration.ofSeconds(20);

    private final Process process;
    private final URI rpc;
    private final HttpClient http = HttpClient.newHttpClient();

    private Anvil(Process process, URI rpc) {
        this.process = process;
        this.rpc = rpc;
    }

    /** Mines a block for every transaction, at once. */
    public static Anvil mining() {
        return start();
    }

    /** Mines only when {@link #mine} says so. */
    public static Anvil minedByHand() {
        return start("--no-mining");
    }

    public static Anvil withBlockEvery(Duration time) {
        return start("--block-time", Long.toString(Math.max(1, time.toSeconds())));
    }

    public static Anvil start(String... options) {
        Path binary = binary();
        int port = freePort();
        List<String> command =
                new ArrayList<>(List.of(binary.toString(), "--silent", "--port", Integer.toString(port)));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Anvil anvil = new Anvil(process, URI.create("http://127.0.0.1:" + port));
            anvil.awaitAnswer();
            return anvil;
        } catch (IOException e) {
            throw new IllegalStateException("anvil does not start", e);
        }
    }

    /** Skips the test where the build did not install anvil; fails it with CI=true. */
    private static Path binary() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            for (String web : List.of("web", "server/web")) {
                Path binary = folder.resolve(web).resolve("node_modules/.bin/anvil");
                if (Files.exists(binary)) {
                    return binary;
                }
            }
        }
        String message = "anvil is not installed: build server with npm on the PATH";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(message);
        }
        Assumptions.abort(message);
        throw new AssertionError("unreachable");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port", e);
        }
    }

    private void awaitAnswer() {
        long deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                send("eth_chainId");
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        }
        close();
        throw new IllegalStateException("anvil did not answer within " + START);
    }

    public URI rpc() {
        return rpc;
    }

    public long chainId() {
        return 31337;
    }

    public void mine(int blocks) {
        call("anvil_mine", "0x" + Integer.toHexString(blocks));
    }

    /** Mines one block whose time is this many seconds after the head's. */
    public void mineAfter(Duration time) {
        call("evm_increaseTime", time.toSeconds());
        call("evm_mine");
    }

    /** Replaces so many of the newest blocks by as many empty ones; their transactions are forgotten. */
    public void reorganise(int depth) {
        call("anvil_reorg", depth, List.of());
    }

    public void dropTransaction(String hash) {
        call("anvil_dropTransaction", hash);
    }

    /** Lets every transfer to this address fail: its code becomes PUSH1 0 PUSH1 0 REVERT. */
    public void makeRevert(String address) {
        call("anvil_setCode", address, "0x60006000fd");
    }

    /** Any JSON-RPC method; fails the test where the answer is an error. */
    public JsonNode call(String method, Object... parameters) {
        try {
            JsonNode answer = send(method, parameters);
            if (answer.has("error")) {
                throw new AssertionError(method + ": " + answer.get("error"));
            }
            return answer.path("result");
        } catch (IOException e) {
            throw new IllegalStateException("anvil does not answer", e);
        }
    }

    private JsonNode send(String method, Object... parameters) throws IOException {
        String body = JSON.writeValueAsString(
                Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", List.of(parameters)));
        HttpRequest request = HttpRequest.newBuilder(rpc)
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Freezes the process, so that connections hang (SIGSTOP); {@link #thaw} lets it go on. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    private void signal(String name) {
        // The launcher is a node script; anvil itself is its child.
        process.descendants().forEach(child -> signal(name, child.pid()));
        signal(name, process.pid());
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", name, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("kill " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        http.close();
    }
}
