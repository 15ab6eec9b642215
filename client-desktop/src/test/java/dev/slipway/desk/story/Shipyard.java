package dev.slipway.desk.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.testing.ChainNode;
import dev.slipway.desk.testing.Checkout;
import dev.slipway.desk.testing.TestToken;
import dev.slipway.model.encoding.Json;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One chain node, one server and one creator with a funded wallet, all in one folder. */
public final class Shipyard implements AutoCloseable {
    static final Duration START = Duration.ofSeconds(120);
    public static final Duration PUBLISH = Duration.ofSeconds(240);
    public static final BigInteger PRICE = new BigInteger("2000000000000000");

    /** Nobody's account: whatever it holds was paid for publications. */
    private static final String RECIPIENT = "0x00000000000000000000000000000000510b0a75";

    /** The last account of every development chain. */
    private static final String GAS_KEY = "2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6";

    private static final String PHRASE = "test test test test test test test test test test test junk";
    private static final String PASSWORD = "correct horse battery staple";

    private final Path root = Checkout.root();
    private final Path folder;
    private final ChainNode chain;
    private final Map<String, String> router;
    private final @Nullable TestToken token;
    private Launched server;
    private String serverUrl;

    /** How publications may be paid for. */
    enum Rails {
        PLAIN,
        /** And over a payment contract. */
        ROUTER,
        /** Over it, in a token that takes permits. */
        PERMIT_TOKEN,
        /** The same with one that needs an approval. */
        OLD_TOKEN,
        /** With permits, and keeps a tenth of what it moves. */
        FEE_TOKEN
    }

    private Shipyard(Path folder, ChainNode chain, Rails rails) throws IOException, InterruptedException {
        this.folder = folder;
        this.chain = chain;
        this.token = switch (rails) {
            case PLAIN, ROUTER -> null;
            case PERMIT_TOKEN -> TestToken.deploy(chain, "StandardToken");
            case OLD_TOKEN -> TestToken.deploy(chain, "SilentToken");
            case FEE_TOKEN -> TestToken.deploy(chain, "FeeToken");
        };
        this.router = rails == Rails.PLAIN ? Map.of() : Map.of("SLIPWAY_ROUTER", deployRouter());
        this.server = launchServer(0);
        this.serverUrl = ready();
    }

    public static Shipyard open(Path folder) throws IOException, InterruptedException {
        return open(folder, Rails.PLAIN);
    }

    static Shipyard open(Path folder, Rails rails) throws IOException, InterruptedException {
        ChainNode chain = ChainNode.start();
        try {
            Shipyard shipyard = new Shipyard(folder, chain, rails);
            shipyard.makeWallet();
            return shipyard;
        } catch (AssertionError | IOException | InterruptedException e) {
            chain.close();
            throw e;
        }
    }

    public ChainNode chain() {
        return chain;
    }

    Launched server() {
        return server;
    }

    public String serverUrl() {
        return serverUrl;
    }

    Path folder() {
        return folder;
    }

    public Path wallet() {
        return folder.resolve("wallet.json");
    }

    Path passwordFile() {
        return folder.resolve("password.txt");
    }

    /** Starts a killed server again, at the same address and over the same data. */
    void restartServer() throws IOException, InterruptedException {
        int port = URI.create(serverUrl).getPort();
        server.close();
        server = launchServer(port);
        assertThat(ready()).isEqualTo(serverUrl);
    }

    /** A desk's command, with its own memory of what it did in {@code home}. */
    Launched desk(Path home, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-Xmx1g",
                "-cp",
                jar("client-desktop/target/slipway-desk.jar"),
                "-Dslipway.server.jar=" + jar("server/target/slipway-server.jar"),
                "dev.slipway.desk.cli.Main"));
        command.addAll(List.of(arguments));
        return Launched.start(folder, Map.of("SLIPWAY_HOME", home.toString()), command);
    }

    /** The publish command of one creator for one file. */
    Launched publish(Path home, Path file, String... more) throws IOException {
        return desk(
                home,
                Stream.concat(
                                Stream.of(
                                        "publish",
                                        file.toString(),
                                        "--server",
                                        serverUrl,
                                        "--wallet",
                                        wallet().toString(),
                                        "--password-file",
                                        passwordFile().toString(),
                                        "--title",
                                        "Street, early",
                                        "--hashtag",
                                        "street",
                                        "--recipe",
                                        "fast",
                                        "--chain-rpc",
                                        chain.rpc().toString(),
                                        "--json"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    String router() {
        return Objects.requireNonNull(router.get("SLIPWAY_ROUTER"), "there is none");
    }

    TestToken token() {
        return Objects.requireNonNull(token, "prices are in coin");
    }

    /** What all publications have paid so far, in wei or in the token, as the chain itself tells. */
    public BigInteger paid() throws IOException, InterruptedException {
        if (token != null) {
            return token.balance(RECIPIENT);
        }
        String answer = chain.call("eth_getBalance", "[\"" + RECIPIENT + "\",\"latest\"]");
        String balance = Json.LENIENT.readTree(answer).get("result").asString();
        return new BigInteger(balance.substring(2), 16);
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(serverUrl + path)).build(), HttpResponse.BodyHandlers.ofString());
            return Json.LENIENT.readTree(answer.body());
        }
    }

    /** How many publications the server shows. */
    public int published() throws IOException, InterruptedException {
        return get("/api/publications?limit=100").size();
    }

    @Override
    public void close() throws InterruptedException {
        server.close();
        chain.close();
    }

    private Launched launchServer(int port) throws IOException {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-Xmx512m",
                "-jar",
                jar("server/target/slipway-server.jar"),
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("server").toString(),
                "--json"));
        Map<String, String> settings = new LinkedHashMap<>(router);
        settings.put("SLIPWAY_CHAIN_RPC", chain.rpc().toString());
        settings.put("SLIPWAY_RECIPIENT", RECIPIENT);
        settings.put("SLIPWAY_PRICE", PRICE.toString());
        if (token != null) {
            settings.put("SLIPWAY_TOKEN", token.address().hex());
        }
        return Launched.start(folder, settings, command);
    }

    /** As an operator does once. */
    private String deployRouter() throws IOException, InterruptedException {
        Path key = Files.writeString(folder.resolve("gas.key"), GAS_KEY);
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(
                "-jar",
                jar("server/target/slipway-server.jar"),
                "deploy-router",
                "--chain-rpc",
                chain.rpc().toString(),
                "--recipient",
                RECIPIENT,
                "--key-file",
                key.toString(),
                "--json"));
        try (Launched deployment = Launched.start(folder, Map.of(), command)) {
            String router =
                    deployment.awaitEvent("deployed", START).get("router").asString();
            assertThat(deployment.exit(START)).as(deployment.told()).isZero();
            return router;
        }
    }

    private String ready() throws InterruptedException {
        return server.awaitEvent("ready", START).get("serverUrl").asString();
    }

    private void makeWallet() throws IOException, InterruptedException {
        Path phrase = folder.resolve("phrase.txt");
        Files.writeString(phrase, PHRASE);
        Files.writeString(passwordFile(), PASSWORD);
        try (Launched command = desk(
                folder.resolve("home"),
                "wallet",
                "import",
                "--phrase-file",
                phrase.toString(),
                "-o",
                wallet().toString(),
                "--password-file",
                passwordFile().toString(),
                "--json")) {
            assertThat(command.exit(START)).as(command.told()).isZero();
        }
    }

    private String jar(String path) {
        Path jar = root.resolve(path);
        assertThat(jar).as("built by `mvn package` before").isReadable();
        return jar.toString();
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.bytedeco.javacpp.nopointergc=true");
    }
}
