package dev.slipway.desk.browserwallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.ethereum.RpcChain;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.testing.ChainNode;
import dev.slipway.desk.testing.Checkout;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One walk in Firefox, with another network at first, a refusal, a reload and a payment whose answer is lost. Driven by
 * what media-engine's tests of the players take from npm.
 */
class FirefoxWalkIT {
    private static final Path FIREFOX = Path.of("/usr/bin/firefox-esr");
    private static final int PATIENCE_SECONDS = 240;

    @TempDir
    Path folder;

    @Test
    void theWholeWalkEndsWithOnePayment() throws Exception {
        Path packages = Checkout.root().resolve("media-engine/src/test/web");
        require(Files.isExecutable(FIREFOX), FIREFOX + " is missing");
        require(
                Files.isDirectory(packages.resolve("node_modules/puppeteer-core")),
                "puppeteer-core is missing: node .ci/npm-ci.mjs media-engine/src/test/web (mvn verify does it)");
        OkHttpClient http = new OkHttpClient();
        try (ChainNode node = ChainNode.start()) {
            TestWallet wallet = new TestWallet(node);
            wallet.beOn("0x1");
            wallet.refuse("eth_signTypedData_v4", 4001, "User denied message signature.");
            wallet.swallowAnswer("eth_sendTransaction");
            HttpServer requests = serve(wallet);
            try (BrowserWallet session = session(node, http)) {
                walk(session, packages, requests, new Order(TestWallet.ACCOUNT));
            } finally {
                requests.stop(0);
            }
            assertThat(wallet.asked("eth_sendTransaction")).isEqualTo(1);
        } finally {
            http.dispatcher().executorService().shutdown();
        }
    }

    private void walk(BrowserWallet session, Path packages, HttpServer requests, Order order) throws Exception {
        Path output = folder.resolve("output");
        Process driver = new ProcessBuilder(
                        "node",
                        Path.of("src/test/web/firefox-walk.mjs")
                                .toAbsolutePath()
                                .toString(),
                        job(session, packages, requests).toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            await(session.connect(), driver, output);
            await(session.sign(order.signing()), driver, output);
            ChainTransaction paid = await(session.pay(order.payment(), TestWallet.ACCOUNT), driver, output);
            assertThat(paid.value()).isEqualTo(Order.PRICE);
            assertThat(driver.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            driver.descendants().forEach(ProcessHandle::destroyForcibly);
            driver.destroyForcibly().waitFor();
        }
        String said = Files.readString(output);
        assertThat(driver.exitValue()).as(said).isZero();
        JsonNode told = Json.LENIENT.readTree(said.lines().toList().getLast());
        assertThat(told.path("lead").asString()).contains("Paid.");
        assertThat(told.path("complaints")).as("what Firefox complained about").isEmpty();
    }

    /** A driver that ended early says why. */
    private static <T> T await(CompletableFuture<T> answer, Process driver, Path output) throws Exception {
        CompletableFuture.anyOf(answer, driver.onExit()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).as(Files.readString(output)).isDone();
        return answer.join();
    }

    private Path job(BrowserWallet session, Path packages, HttpServer requests) throws IOException {
        Path provider = Files.writeString(folder.resolve("provider.js"), WalletBrowser.provider());
        Path pictures = Files.createDirectories(Path.of("target", "screens").toAbsolutePath());
        return Files.write(
                folder.resolve("job.json"),
                Json.STRICT.writeValueAsBytes(Map.of(
                        "packages", packages.toString(),
                        "executable", FIREFOX.toString(),
                        "profile",
                                Files.createDirectory(folder.resolve("profile")).toString(),
                        "link", session.newLink().toString(),
                        "provider", provider.toString(),
                        "wallet", "http://127.0.0.1:" + requests.getAddress().getPort() + "/",
                        "picture",
                                pictures.resolve("browser-wallet-firefox.png").toString())));
    }

    private BrowserWallet session(ChainNode node, OkHttpClient http) {
        return BrowserWallet.open(
                new BrowserWalletSetting(
                        new WalletNetwork(TestChain.ID, "Slipway test chain", node.rpc()),
                        new RpcChain(http, node.rpc()),
                        new KeptPayments(),
                        Language.ENGLISH,
                        ZoneOffset.UTC,
                        Clock.systemUTC(),
                        new SecureRandom(),
                        Duration.ofMillis(500)),
                _ -> {});
    }

    /** Where the driver takes the wallet's answers from. */
    private static HttpServer serve(TestWallet wallet) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                byte[] answer = wallet.answer(request).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        return server;
    }

    private static void require(boolean holds, String otherwise) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(holds).as(otherwise).isTrue();
        }
        assumeTrue(holds, () -> "skipped: " + otherwise);
    }
}
