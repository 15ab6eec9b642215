package dev.slipway.desk.browserwallet;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The chain on which is signed and paid.
 *
 * @param name for people, such as {@code Ethereum}
 * @param rpc a node that may be suggested to a wallet which does not know the chain; null where there is none to suggest
 */
public record WalletNetwork(
        long chainId, String name, @Nullable URI rpc) {

    /** As wallets name chains (EIP-695): hex without leading zeros. */
    String hexId() {
        return "0x" + Long.toHexString(chainId);
    }
}
