package dev.slipway.server.identity;

import dev.slipway.server.limit.AccountFinder;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the limits whose requests are counted together. Grants are no accounts, and are not looked up. */
@Component
class SessionAccounts implements AccountFinder {
    private final Sessions sessions;

    SessionAccounts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Optional<UUID> account(String authorization) {
        return Callers.token(authorization).filter(Token::isAccess).flatMap(sessions::account);
    }
}
