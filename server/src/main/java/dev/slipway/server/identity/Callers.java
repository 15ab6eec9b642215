package dev.slipway.server.identity;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.IdentitySettings;
import dev.slipway.server.problem.ProblemException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who makes a request. Roles follow the settings of the moment: who was an operator yesterday need not be one. */
@Component
public class Callers {
    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Accounts accounts;
    private final IdentitySettings settings;

    Callers(Sessions sessions, Accounts accounts, IdentitySettings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** @param authorization the header as it came */
    public Optional<Caller> find(@Nullable String authorization) {
        return token(authorization).flatMap(sessions::account).map(this::caller);
    }

    /** @throws ProblemException {@code unauthorized} for who is not signed in */
    public Caller require(@Nullable String authorization) {
        return find(authorization)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.UNAUTHORIZED, "You are not signed in, or not any more. Sign in and try again."));
    }

    /** @throws ProblemException {@code unauthorized} for who is not signed in, {@code forbidden} for who has not this role */
    public Caller require(@Nullable String authorization, AccountRole role) {
        Caller caller = require(authorization);
        if (!caller.is(role)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, "This needs the role \"" + role.text() + "\".");
        }
        return caller;
    }

    /**
     * @param roles any of which will do
     * @throws ProblemException {@code unauthorized} for who is not signed in, {@code forbidden} for who has none of them
     */
    public Caller requireOneOf(@Nullable String authorization, Set<AccountRole> roles) {
        Caller caller = require(authorization);
        if (roles.stream().noneMatch(caller::is)) {
            String named = roles.stream()
                    .sorted()
                    .map(role -> "\"" + role.text() + "\"")
                    .collect(Collectors.joining(" or "));
            throw new ProblemException(ProblemCode.FORBIDDEN, "This needs the role " + named + ".");
        }
        return caller;
    }

    /** Whose wallet it is, where anybody has signed in or published with it. */
    public Optional<UUID> accountOf(Address wallet) {
        return accounts.find(wallet);
    }

    /** What that account may do at the moment, whether somebody is signed in or not. */
    public Caller caller(UUID account) {
        List<Address> wallets = accounts.wallets(account);
        Set<AccountRole> roles = EnumSet.of(AccountRole.CREATOR);
        if (wallets.stream().anyMatch(settings.moderators()::contains)) {
            roles.add(AccountRole.MODERATOR);
        }
        if (wallets.stream().anyMatch(settings.operators()::contains)) {
            roles.add(AccountRole.OPERATOR);
        }
        return new Caller(account, wallets, roles);
    }

    static Optional<String> token(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }
}
