package dev.slipway.server.review.strike;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.server.configuration.KeyFolder;
import dev.slipway.server.configuration.KeySettings;
import dev.slipway.server.configuration.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table kept_strike: what runs against a wallet whose account was erased, until it ends. */
@Component
public class KeptStrikes {
    private final JdbcClient database;
    private final KeyedHash hash;
    private final InstantSource clock;

    KeptStrikes(JdbcClient database, KeyFolder keys, KeySettings settings, InstantSource clock) {
        this.database = database;
        this.hash = new KeyedHash(keys.key("secret", settings.secretFile(), key -> true), "slipway-strike-wallet:");
        this.clock = clock;
    }

    /** All that is told of one, for nothing else is kept. */
    public record Kept(Instant strikeEndsAt) {}

    /** Those of the wallet's strikes that run; the caller erases them. */
    public void keep(Address wallet) {
        database.sql("""
                        INSERT INTO kept_strike (wallet_hash, ends_at)
                        SELECT :hash, ends_at FROM author_strike
                        WHERE author = :author AND withdrawn_at IS NULL AND ends_at > :now
                        """)
                .param("hash", hashOf(wallet))
                .param("author", wallet.hex())
                .param("now", now())
                .update();
    }

    /** Those that run, the one that ends last first. */
    public List<Instant> of(Address wallet) {
        return database
                .sql("""
                        SELECT ends_at FROM kept_strike WHERE wallet_hash = :hash AND ends_at > :now
                        ORDER BY ends_at DESC
                        """)
                .param("hash", hashOf(wallet))
                .param("now", now())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    public void forgetEnded() {
        database.sql("DELETE FROM kept_strike WHERE ends_at <= :now")
                .param("now", now())
                .update();
    }

    private String hashOf(Address wallet) {
        byte[] bytes = wallet.hex().getBytes(StandardCharsets.US_ASCII);
        return Hex.plain(hash.of(bytes, bytes.length));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
