package dev.slipway.server.limit;

import java.util.Optional;
import java.util.UUID;

/** Whose session a token belongs to. */
public interface AccountFinder {
    /** @param authorization the header as it came */
    Optional<UUID> account(String authorization);
}
