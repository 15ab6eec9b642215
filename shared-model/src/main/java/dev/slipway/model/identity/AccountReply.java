package dev.slipway.model.identity;

import dev.slipway.model.ethereum.Address;
import java.util.List;
import java.util.UUID;

/** Answer to {@code GET /api/account}: who is signed in. */
public record AccountReply(UUID id, List<Address> wallets, List<AccountRole> roles) {
    public AccountReply {
        wallets = List.copyOf(wallets);
        roles = List.copyOf(roles);
    }
}
