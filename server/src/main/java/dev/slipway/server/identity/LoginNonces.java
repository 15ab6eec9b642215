package dev.slipway.server.identity;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.identity.LoginNonce;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.KeyedHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nonces of messages to sign in. They carry their end and an HMAC-SHA-256 (RFC 2104) under the server's secret, so that
 * asking for one leaves nothing behind; the database knows the used ones.
 */
@Component
class LoginNonces {
    static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int RANDOM_BYTES = 12;
    private static final int MAC_BYTES = 16;
    private static final int BYTES = RANDOM_BYTES + Long.BYTES + MAC_BYTES;
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{" + 2 * BYTES + "}");

    private final KeyedHash hash;
    private final JdbcClient database;
    private final SecureRandom random;
    private final InstantSource clock;

    @Autowired
    LoginNonces(KeyFolder keys, KeySettings settings, JdbcClient database, SecureRandom random, InstantSource clock) {
        this(keys.key("secret", settings.secretFile(), key -> true), database, random, clock);
    }

    LoginNonces(byte[] secret, JdbcClient database, SecureRandom random, InstantSource clock) {
        this.hash = new KeyedHash(secret, "slipway-login:");
        this.database = database;
        this.random = random;
        this.clock = clock;
    }

    LoginNonce mint() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        Instant end = clock.instant().plus(PERIOD).truncatedTo(ChronoUnit.SECONDS);
        ByteBuffer nonce = ByteBuffer.allocate(BYTES).put(bytes).putLong(end.getEpochSecond());
        nonce.put(mac(nonce.array()));
        return new LoginNonce(Hex.plain(nonce.array()), end);
    }

    /** Whether it is one of ours, in time, and used now for the first time. Part of the caller's transaction. */
    @Transactional
    public boolean use(String nonce) {
        if (!TEXT.matcher(nonce).matches()) {
            return false;
        }
        byte[] bytes = Hex.parse("0x" + nonce);
        byte[] mac = Arrays.copyOfRange(bytes, BYTES - MAC_BYTES, BYTES);
        if (!MessageDigest.isEqual(mac, mac(bytes))) {
            return false;
        }
        Instant end = Instant.ofEpochSecond(ByteBuffer.wrap(bytes).getLong(RANDOM_BYTES));
        if (!clock.instant().isBefore(end)) {
            return false;
        }
        database.sql("delete from used_nonce where expires_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("insert into used_nonce (nonce, expires_at) values (:nonce, :end) on conflict do nothing")
                        .param("nonce", nonce)
                        .param("end", end.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Over what comes before it. */
    private byte[] mac(byte[] nonce) {
        return Arrays.copyOf(hash.of(nonce, RANDOM_BYTES + Long.BYTES), MAC_BYTES);
    }
}
