package dev.slipway.desk.wallet.funds;

import dev.slipway.desk.language.Texts;
import java.util.Map;

/** Chains by the names that people know them by (EIP-155 chain ids); those whose coin is ether only. */
public final class Network {
    private static final long DEVELOPMENT = 31337;
    private static final Map<Long, String> NAMES = Map.of(
            1L, "Ethereum",
            10L, "OP Mainnet",
            8453L, "Base",
            42161L, "Arbitrum One",
            11155111L, "Sepolia",
            17000L, "Holesky",
            560048L, "Hoodi");

    private Network() {}

    public static String name(Texts texts, long chainId) {
        return chainId == DEVELOPMENT ? texts.get("wallet.network.development") : shortName(texts, chainId);
    }

    public static String shortName(Texts texts, long chainId) {
        if (chainId == DEVELOPMENT) {
            return texts.get("wallet.network.development.short");
        }
        String name = NAMES.get(chainId);
        return name == null ? texts.get("wallet.network.unknown", String.valueOf(chainId)) : name;
    }
}
