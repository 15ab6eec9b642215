package dev.slipway.server.identity;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.identity.AccountRole;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who makes a request, as their token says. */
public record Caller(UUID account, List<Address> wallets, Set<AccountRole> roles) {
    public Caller {
        wallets = List.copyOf(wallets);
        roles = Set.copyOf(roles);
    }

    public boolean is(AccountRole role) {
        return roles.contains(role);
    }
}
