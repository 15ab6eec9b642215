package dev.slipway.server.identity;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.IdentitySettings;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.KeyedHash;
import dev.slipway.server.problem.ProblemException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps and limits attempts to sign in, by client and not by account: nobody guesses signatures, and whoever fails on
 * purpose must not lock somebody else out.
 */
@Component
class LoginAttempts {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration KEPT = Duration.ofDays(90);
    /** An IPv6 client has at least this much of the address space to itself. */
    private static final int IPV6_PREFIX_BYTES = 8;

    private final KeyedHash hash;
    private final JdbcClient database;
    private final IdentitySettings settings;
    private final InstantSource clock;
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

    LoginAttempts(
            KeyFolder keys,
            KeySettings keySettings,
            JdbcClient database,
            IdentitySettings settings,
            InstantSource clock) {
        this.hash = new KeyedHash(keys.key("secret", keySettings.secretFile(), key -> true), "slipway-client:");
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** How an attempt ended. */
    enum Outcome {
        SIGNED_IN,
        MESSAGE_REFUSED,
        NONCE_REFUSED,
        SIGNATURE_REFUSED,
        /** Not by the account's key, and the node that could ask its contract was away. */
        SIGNATURE_UNKNOWN,
        TOKEN_REFUSED
    }

    /** Who asks, in a way that tells nobody who that is. */
    String client(InetAddress address) {
        byte[] bytes = address.getAddress();
        return Hex.plain(hash.of(bytes, address instanceof Inet6Address ? IPV6_PREFIX_BYTES : bytes.length));
    }

    /**
     * Holds a place while an attempt is judged, which may ask a slow node: what is not over counts as failed, so that nobody
     * gets more attempts by making them at once.
     *
     * @throws ProblemException {@code too-many-requests} for a client that failed too often lately
     */
    Place requireRoom(String client) {
        Place place = new Place(client);
        try {
            requireRoom(client, underWay.merge(client, 1, Integer::sum) - 1);
        } catch (RuntimeException refused) {
            place.close();
            throw refused;
        }
        return place;
    }

    /** Of one attempt under way. */
    final class Place implements AutoCloseable {
        private final String client;

        private Place(String client) {
            this.client = client;
        }

        @Override
        public void close() {
            underWay.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    private void requireRoom(String client, int others) {
        long failures = database.sql("""
                        select count(*) from login_attempt
                        where client = :client and at > :since and outcome <> 'signed-in'""")
                .param("client", client)
                .param("since", at(clock.instant().minus(WINDOW)))
                .query(Long.class)
                .single();
        if (failures >= settings.loginFailures()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Too many attempts to sign in failed from your address. Try again in " + WINDOW.toMinutes()
                            + " minutes.");
        }
        if (failures + others >= settings.loginFailures()) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS,
                    "Too many attempts to sign in from your address are under way. Try again in a few seconds.",
                    SOON);
        }
    }

    void note(String client, Outcome outcome) {
        Instant now = clock.instant();
        database.sql("insert into login_attempt (at, client, outcome) values (:at, :client, :outcome)")
                .param("at", at(now))
                .param("client", client)
                .param("outcome", outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .update();
        database.sql("delete from login_attempt where at <= :before")
                .param("before", at(now.minus(KEPT)))
                .update();
    }

    private static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
