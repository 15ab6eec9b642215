package dev.slipway.server.configuration;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In production nothing about money, keys or addresses is assumed: each must be set, by name, and to what can be meant. What
 * is wrong is told all at once, without any value.
 */
final class ProductionRequirements {
    private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

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

    private final BoundSettings settings;
    private final List<String> wrong = new ArrayList<>();

    private ProductionRequirements(BoundSettings settings) {
        this.settings = settings;
    }

    /** A sentence for each setting that is missing or cannot be meant. */
    static List<String> wrong(BoundSettings settings, Wallets wallets) {
        ProductionRequirements check = new ProductionRequirements(settings);
        REQUIRED.forEach(check::require);
        check.publicUrl();
        check.corsOrigins();
        List.of("recipient", "operators", "moderators").forEach(check::accounts);
        check.wrong.addAll(ProductionKeys.wrong(settings, wallets));
        return check.wrong;
    }

    private void require(String name, String meaning) {
        if (settings.text(name).isEmpty()) {
            wrong.add(BoundSettings.variable(name) + " is not set: it names " + meaning + ".");
        }
    }

    /** Tokens, grants and signatures' audiences go by it. */
    private void publicUrl() {
        String url = settings.text("public-url");
        if (!url.isEmpty()
                && (!isSecureOrigin(url) || !PublicHost.isPublic(URI.create(url).getHost()))) {
            wrong.add("SLIPWAY_PUBLIC_URL is not the origin of a public site: it takes https, a host that others can"
                    + " reach and nothing after it, such as https://video.example.");
        }
    }

    private void corsOrigins() {
        if (!settings.list("cors-origins").stream().allMatch(ProductionRequirements::isSecureOrigin)) {
            wrong.add("SLIPWAY_CORS_ORIGINS has what is no origin of https, such as https://player.example: a page that"
                    + " came over http may be anybody's, and everybody's cannot be listed.");
        }
    }

    private void accounts(String name) {
        if (settings.list(name).stream().anyMatch(DevelopmentAccounts::contains)) {
            wrong.add(
                    BoundSettings.variable(name) + " names a well-known development account, whose key everybody has.");
        }
    }

    private static boolean isSecureOrigin(String text) {
        try {
            return WebOrigin.of(text).isSecure();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
