package dev.slipway.server.identity;

import dev.slipway.model.identity.TokenReply;
import dev.slipway.server.configuration.IdentitySettings;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in. Each refresh gives another pair of tokens and makes the one before void (RFC 9700, section 4.14.2): a
 * refresh token that is used twice was stolen, by the first or by the second, so that both lose their session. Whatever
 * begins, refreshes or ends a session of an account does so one after another: else what ends sessions would not see
 * the pair that a refresh makes at the same moment, and that pair would live on.
 */
@Component
class Sessions {
    private final JdbcClient database;
    private final IdentitySettings settings;
    private final SecureRandom random;
    private final InstantSource clock;

    Sessions(JdbcClient database, IdentitySettings settings, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.random = random;
        this.clock = clock;
    }

    @Transactional
    public TokenReply begin(UUID account) {
        lock(account);
        forgetOld();
        return pair(account, UUID.randomUUID());
    }

    /** Until the end of the transaction, and before any row of a session; an account that is gone has no sessions. */
    private void lock(UUID account) {
        database.sql("select id from account where id = :account for no key update")
                .param("account", account)
                .query(UUID.class)
                .optional();
    }

    private TokenReply pair(UUID account, UUID family) {
        Token access = Token.random(Token.Kind.ACCESS, random);
        Token refresh = Token.random(Token.Kind.REFRESH, random);
        Instant now = clock.instant();
        database.sql("""
                        insert into session (id, family, account_id, access_hash, access_expires_at, refresh_hash,
                            refresh_expires_at, created_at)
                        values (:id, :family, :account, :access, :accessEnd, :refresh, :refreshEnd, :now)""")
                .param("id", UUID.randomUUID())
                .param("family", family)
                .param("account", account)
                .param("access", access.hash())
                .param("accessEnd", at(now.plus(settings.accessPeriod())))
                .param("refresh", refresh.hash())
                .param("refreshEnd", at(now.plus(settings.refreshPeriod())))
                .param("now", at(now))
                .update();
        return new TokenReply(
                access.text(), refresh.text(), settings.accessPeriod().toSeconds());
    }

    /** @param access the token's text */
    @Transactional(readOnly = true)
    public Optional<UUID> account(String access) {
        return database.sql("""
                        select account_id from session
                        where access_hash = :hash and access_expires_at > :now and refreshed_at is null
                            and ended_at is null""")
                .param("hash", Token.hash(access))
                .param("now", now())
                .query(UUID.class)
                .optional();
    }

    private record Kept(UUID id, UUID family, @Nullable OffsetDateTime refreshed) {}

    /** Empty when the token is unknown, over or ended; and for everybody of its family when it was used before. */
    @Transactional
    public Optional<TokenReply> refresh(String refresh) {
        String hash = Token.hash(refresh);
        return database.sql("select account_id from session where refresh_hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .optional()
                .flatMap(account -> refresh(account, hash));
    }

    private Optional<TokenReply> refresh(UUID account, String hash) {
        lock(account);
        // Only now, for another may have used or ended it while we waited.
        Optional<Kept> found = database.sql("""
                        select id, family, refreshed_at from session
                        where refresh_hash = :hash and refresh_expires_at > :now and ended_at is null""")
                .param("hash", hash)
                .param("now", now())
                .query((row, number) -> new Kept(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class)))
                .optional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Kept session = found.get();
        if (session.refreshed() != null) {
            end("family", session.family());
            return Optional.empty();
        }
        database.sql("update session set refreshed_at = :now where id = :id")
                .param("now", now())
                .param("id", session.id())
                .update();
        return Optional.of(pair(account, session.family()));
    }

    /** Ends the session of this access token. */
    @Transactional
    public void end(String access) {
        database.sql("select account_id, family from session where access_hash = :hash")
                .param("hash", Token.hash(access))
                .query((row, number) -> new Owned(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .optional()
                .ifPresent(session -> {
                    lock(session.account());
                    end("family", session.family());
                });
    }

    private record Owned(UUID account, UUID family) {}

    @Transactional
    public void endAll(UUID account) {
        lock(account);
        end("account_id", account);
    }

    private void end(String column, UUID value) {
        database.sql("update session set ended_at = :now where " + column + " = :value and ended_at is null")
                .param("now", now())
                .param("value", value)
                .update();
    }

    private void forgetOld() {
        // What somebody else is at, of whatever account, is left to the next time: nobody waits here with a lock in
        // hand.
        database.sql("""
                        delete from session where id in (
                            select id from session where refresh_expires_at <= :now for update skip locked)""").param("now", now()).update();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
