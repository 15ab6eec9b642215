package dev.slipway.model.identity;

import dev.slipway.model.ethereum.Address;
import java.util.Objects;

/**
 * Body of {@code DELETE /api/account}: that it is meant.
 *
 * @param confirmWallet a wallet of the account, written out by whoever wants it gone
 */
public record ErasureRequest(Address confirmWallet) {
    public ErasureRequest {
        Objects.requireNonNull(confirmWallet, "erasing an account needs confirmWallet, one of its wallets");
    }
}
