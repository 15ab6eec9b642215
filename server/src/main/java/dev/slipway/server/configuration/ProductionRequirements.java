package dev.slipway.server.configuration;

import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.core.env.Environment;

/**
 * In production nothing about money, keys or addresses is assumed: each must be set, by name, and to what can be meant. What
 * is wrong is told all at once, without any value.
 */
final class ProductionRequirements {
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    /** Accounts 0 to 9 of "test test test test test test test test test test test junk", whose keys everybody has. */
    private static final Set<String> EVERYBODYS_ACCOUNTS = Set.of(
            "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266",
            "0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
            "0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc",
            "0x90f79bf6eb2c4f870365e785982e1f101e93b906",
            "0x15d34aaf54267db7d7c367839aaf71a00a2c6a65",
            "0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc",
            "0x976ea74026e726554db657fa54763abd0c3a0aa9",
            "0x14dc79964da2c08b23698b3d3cc7ca32193d9955",
            "0x23618e81e3f5cdf7f54c3d65f7fbc0abf5b21e8f",
            "0xa0ee7a142d267c1f36714e4a8f75612f20a79720");

    static {
        REQUIRED.put("database-url", "the address of PostgreSQL, such as jdbc:postgresql://host/slipway?user=…");
        REQUIRED.put("storage", "where files are kept, such as file:/srv/slipway");
        REQUIRED.put("public-url", "the origin that visitors use, such as https://video.example");
        REQUIRED.put("chain-rpc", "the address of the chain's node");
        REQUIRED.put("chain-id", "the number of the chain, such as 1");
        REQUIRED.put("recipient", "the address that is paid");
        REQUIRED.put("price", "the price of one publication in wei, or in the smallest unit of SLIPWAY_TOKEN");
        REQUIRED.put("confirmations", "how many blocks make a payment count");
        REQUIRED.put("secret-file", "a file with 32 bytes in hex that signs grants");
        REQUIRED.put("operator-key-file", "a file with the key in hex that signs offers");
    }

    private final Environment environment;
    private final List<String> wrong = new ArrayList<>();

    private ProductionRequirements(Environment environment) {
        this.environment = environment;
    }

    /** @throws StartRefused with one sentence for each setting that is missing or cannot be meant */
    static void check(Environment environment) {
        ProductionRequirements check = new ProductionRequirements(environment);
        REQUIRED.forEach(check::require);
        check.publicUrl();
        check.corsOrigins();
        List.of("recipient", "operators", "moderators").forEach(check::accounts);
        check.keys();
        if (!check.wrong.isEmpty()) {
            throw new StartRefused(ProblemCode.CONFIGURATION, String.join("\n", check.wrong));
        }
    }

    private void require(String name, String meaning) {
        if (value(name).isEmpty()) {
            wrong.add(variable(name) + " is not set: it names " + meaning + ".");
        }
    }

    /** Tokens, grants and signatures' audiences go by it. */
    private void publicUrl() {
        String url = value("public-url");
        if (!url.isEmpty() && (!isSecureOrigin(url) || isThisMachine(url))) {
            wrong.add(
                    "SLIPWAY_PUBLIC_URL is not the origin of a public site: it takes https, a host and nothing after it,"
                            + " such as https://video.example.");
        }
    }

    private void corsOrigins() {
        if (!list("cors-origins").stream().allMatch(ProductionRequirements::isSecureOrigin)) {
            wrong.add("SLIPWAY_CORS_ORIGINS has what is no origin of https, such as https://player.example: a page that"
                    + " came over http may be anybody's, and everybody's cannot be listed.");
        }
    }

    private void accounts(String name) {
        if (list(name).stream().map(text -> text.toLowerCase(Locale.ROOT)).anyMatch(EVERYBODYS_ACCOUNTS::contains)) {
            wrong.add(variable(name) + " names a well-known development account, whose key everybody has.");
        }
    }

    /** Who learned the one would have the other. */
    private void keys() {
        String secret = value("secret-file");
        if (!secret.isEmpty() && key(secret).equals(key(value("operator-key-file")))) {
            wrong.add("SLIPWAY_SECRET_FILE and SLIPWAY_OPERATOR_KEY_FILE are the same file or have the same key: each"
                    + " needs a key of its own.");
        }
    }

    /** What the file holds; its name where it cannot be read, which is told elsewhere. */
    private static String key(String file) {
        try {
            return Files.readString(Path.of(file)).strip().toLowerCase(Locale.ROOT);
        } catch (IOException | IllegalArgumentException e) {
            return file;
        }
    }

    private static boolean isSecureOrigin(String text) {
        try {
            return WebOrigin.of(text).isSecure();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isThisMachine(String url) {
        String host = URI.create(url).getHost();
        try {
            return host.equalsIgnoreCase("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private List<String> list(String name) {
        return Arrays.stream(value(name).split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String value(String name) {
        return environment.getProperty("slipway." + name, "").strip();
    }

    private static String variable(String key) {
        return "SLIPWAY_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
