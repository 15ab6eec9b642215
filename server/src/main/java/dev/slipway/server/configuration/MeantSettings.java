package dev.slipway.server.configuration;

import dev.slipway.model.ethereum.Address;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindException;

/** What nobody can mean, in development as little as in production. No value is told: addresses may hold passwords. */
final class MeantSettings {
    private static final List<String> ADDRESSES = List.of("recipient", "router", "token", "operators", "moderators");

    private MeantSettings() {}

    /** A sentence for each thing that is wrong. */
    static List<String> wrong(BoundSettings settings, Wallets wallets) {
        List<String> wrong = new ArrayList<>();
        if (settings.text("recipient").equalsIgnoreCase(Address.ZERO.hex())) {
            wrong.add("SLIPWAY_RECIPIENT is the zero address: what is paid to it is lost. Name an account of yours.");
        }
        ADDRESSES.stream()
                .filter(name -> settings.list(name).stream().anyMatch(text -> isMistyped(text, wallets)))
                .map(name -> BoundSettings.variable(name)
                        + " has an address in upper and lower case whose checksum (EIP-55) is wrong: a digit may be"
                        + " mistyped. Copy the address from the wallet again.")
                .forEach(wrong::add);
        if (!settings.text("chain-rpc").isEmpty() && !isNode(settings)) {
            wrong.add("SLIPWAY_CHAIN_RPC is no address of a node: it takes http:// or https:// and a host, such as"
                    + " http://127.0.0.1:8545.");
        }
        String database = settings.text("database-url");
        if (!database.isEmpty() && !database.startsWith("jdbc:postgresql:")) {
            wrong.add("SLIPWAY_DATABASE_URL is no address of PostgreSQL: it begins with jdbc:postgresql://, such as"
                    + " jdbc:postgresql://host/slipway?user=….");
        }
        return wrong;
    }

    /** What is no address at all is told where it is bound. */
    private static boolean isMistyped(String text, Wallets wallets) {
        return text.matches("0x[0-9a-fA-F]{40}") && wallets.isMistyped(text);
    }

    private static boolean isNode(BoundSettings settings) {
        try {
            return settings.value("chain-rpc", URI.class)
                    .filter(uri -> uri.getHost() != null && uri.getScheme() != null)
                    .filter(uri ->
                            Set.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT)))
                    .isPresent();
        } catch (BindException e) {
            return false;
        }
    }
}
