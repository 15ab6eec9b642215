package dev.slipway.desk.browserwallet;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the page shows at one moment, as it goes to the page.
 *
 * @param version of this state; the page asks for the next one with it
 * @param sign null until the desk has something to sign
 * @param pay null until the desk has something to pay
 */
record PageView(
        long version,
        Wallet wallet,
        Network network,
        @Nullable Sign sign,
        @Nullable Pay pay) {

    /** One line of what is signed or paid: a name, the value to the letter, and what it means. */
    record Fact(String label, String value, @Nullable String meaning) {}

    /**
     * @param account that is connected, else null
     * @param expected the only account that may be, where it is already settled
     * @param shown the one or the other as wallets write it (EIP-55)
     */
    record Wallet(
            @Nullable String account,
            @Nullable String expected,
            @Nullable String shown,
            @Nullable String problem) {}

    /**
     * @param chainId in hex
     * @param parameters of {@code wallet_addEthereumChain}, null where no node can be suggested
     */
    record Network(String chainId, String name, @Nullable Map<String, Object> parameters) {

        static Network of(WalletNetwork network) {
            @Nullable URI rpc = network.rpc();
            return new Network(
                    network.hexId(),
                    network.name(),
                    rpc == null
                            ? null
                            : Map.of(
                                    "chainId",
                                    network.hexId(),
                                    "chainName",
                                    network.name(),
                                    "nativeCurrency",
                                    Map.of("name", "Ether", "symbol", "ETH", "decimals", 18),
                                    "rpcUrls",
                                    List.of(rpc.toString())));
        }
    }

    /** @param typedData what {@code eth_signTypedData_v4} takes; null when there is nothing left to sign */
    record Sign(
            boolean done,
            List<Fact> facts,
            @Nullable String typedData,
            @Nullable String problem) {}

    /**
     * @param purpose of the transaction, in lower case
     * @param stage in lower case
     * @param look what the last look on the chain found, in lower case
     */
    record Pay(
            String purpose,
            String stage,
            String look,
            List<Fact> facts,
            @Nullable String hash,
            @Nullable String problem) {}

    /** @param transaction what {@code eth_sendTransaction} takes, given out once; null when the wallet may not be asked */
    record Asking(PageView view, @Nullable Map<String, String> transaction) {}
}
