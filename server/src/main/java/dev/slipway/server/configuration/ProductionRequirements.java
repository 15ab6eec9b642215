package dev.slipway.server.configuration;

import dev.slipway.model.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/** In production nothing about money, keys or addresses is assumed: each must be set, by name. */
final class ProductionRequirements {
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

    static {
        REQUIRED.put("database-url", "the address of PostgreSQL, such as jdbc:postgresql://host/slipway?user=…");
        REQUIRED.put("storage", "where files are kept, such as file:/srv/slipway");
        REQUIRED.put("public-url", "the origin that visitors use, such as https://video.example");
        REQUIRED.put("chain-rpc", "the address of the chain's node");
        REQUIRED.put("chain-id", "the number of the chain, such as 1");
        REQUIRED.put("recipient", "the address that is paid");
        REQUIRED.put("price", "the price of one publication in wei");
        REQUIRED.put("confirmations", "how many blocks make a payment count");
        REQUIRED.put("secret-file", "a file with 32 bytes in hex that signs grants");
        REQUIRED.put("operator-key-file", "a file with the key in hex that signs offers");
    }

    private ProductionRequirements() {}

    /** @throws StartRefused with one sentence for each setting that is missing */
    static void check(Environment environment) {
        List<String> missing = REQUIRED.entrySet().stream()
                .filter(required -> environment
                        .getProperty("slipway." + required.getKey(), "")
                        .isBlank())
                .map(required -> variable(required.getKey()) + " is not set: it names " + required.getValue() + ".")
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefused(ProblemCode.CONFIGURATION, String.join("\n", missing));
        }
    }

    private static String variable(String key) {
        return "SLIPWAY_" + key.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }
}
