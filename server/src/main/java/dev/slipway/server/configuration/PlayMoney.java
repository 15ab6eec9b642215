package dev.slipway.server.configuration;

import dev.slipway.model.problem.ProblemCode;
import java.net.InetAddress;
import java.util.Set;
import org.springframework.core.env.Environment;

/** Keeps the money of development chains, of which everybody has as much as they like, away from everybody. */
final class PlayMoney {
    /** Of development nodes: ours, anvil, hardhat, ganache. */
    private static final Set<Long> DEVELOPMENT_CHAINS = Set.of(31337L, 1337L);

    private PlayMoney() {}

    /** @throws StartRefused where strangers could pay with it */
    static void check(Environment environment, Mode mode) {
        BoundSettings settings = BoundSettings.of(environment);
        String host = environment.getProperty("server.address", "127.0.0.1");
        boolean isBuiltIn = settings.text("chain-rpc").isEmpty();
        if (isBuiltIn && !isLoopback(host)) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "SLIPWAY_HOST is " + host
                            + ", and the built-in development chain is the one that is paid on: whoever"
                            + " reaches this server would publish for nothing. Name a real chain's node with"
                            + " SLIPWAY_CHAIN_RPC, or leave SLIPWAY_HOST at 127.0.0.1.");
        }
        if (mode == Mode.PRODUCTION
                && settings.value("chain-id", Long.class)
                        .filter(DEVELOPMENT_CHAINS::contains)
                        .isPresent()) {
            throw new StartRefused(
                    ProblemCode.CONFIGURATION,
                    "SLIPWAY_CHAIN_ID is the number of development chains, whose money is worthless."
                            + " Production needs the number of a real one.");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException name) {
            return false;
        }
    }
}
