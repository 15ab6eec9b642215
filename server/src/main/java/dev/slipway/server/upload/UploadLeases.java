package dev.slipway.server.upload;

import dev.slipway.server.storage.ArtifactStore;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who may write to an upload: one connection at a time over all servers. Taking the lease raises the epoch, and each
 * piece is written with the row locked and the epoch compared, so a connection that was thought dead and comes back
 * finds its epoch old before it touches the file.
 */
@Component
class UploadLeases {
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final InstantSource clock;
    private final UploadLimits limits;

    UploadLeases(JdbcClient database, TransactionTemplate transactions, InstantSource clock, UploadLimits limits) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
        this.limits = limits;
    }

    /**
     * The right to write, until it is released or lies silent for too long.
     *
     * @param received as it was when the lease was taken
     */
    record Lease(String upload, long epoch, long received) {}

    /** Empty while another connection holds it, or when the upload is sealed or gone. */
    Optional<Lease> take(String upload) {
        return database.sql("""
                        UPDATE upload SET epoch = epoch + 1, lease_until = :until
                        WHERE id = :id AND sealed_at IS NULL AND (lease_until IS NULL OR lease_until <= :now)
                        RETURNING epoch, received_bytes
                        """)
                .param("until", until())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", upload)
                .query((row, number) -> new Lease(upload, row.getLong("epoch"), row.getLong("received_bytes")))
                .optional();
    }

    void release(Lease lease) {
        database.sql("UPDATE upload SET lease_until = NULL WHERE id = :id AND epoch = :epoch")
                .param("id", lease.upload())
                .param("epoch", lease.epoch())
                .update();
    }

    /** What happens to the file of an upload; returns the file's new length. */
    @FunctionalInterface
    interface Change {
        /** @param received bytes that the row says are durable */
        long apply(long received);
    }

    /**
     * Changes the file and then the row, in one transaction that holds the row. When it fails after the file was
     * changed, the file is longer than the row says; the next lease cuts it ({@link ArtifactStore#cut}).
     *
     * @return the new offset; empty when another connection took over or the upload was sealed or deleted
     */
    OptionalLong change(Lease lease, Change change) {
        return transactions.execute(status -> hold(lease)
                .map(received -> OptionalLong.of(note(lease, change.apply(received))))
                .orElseGet(OptionalLong::empty));
    }

    private Optional<Long> hold(Lease lease) {
        return database.sql("""
                        SELECT received_bytes FROM upload
                        WHERE id = :id AND epoch = :epoch AND sealed_at IS NULL FOR UPDATE
                        """)
                .param("id", lease.upload())
                .param("epoch", lease.epoch())
                .query(Long.class)
                .optional();
    }

    private long note(Lease lease, long received) {
        database.sql("""
                        UPDATE upload SET received_bytes = :received, lease_until = :until, last_activity_at = :now
                        WHERE id = :id
                        """)
                .param("received", received)
                .param("until", until())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", lease.upload())
                .update();
        return received;
    }

    private OffsetDateTime until() {
        return clock.instant().plus(limits.lease()).atOffset(ZoneOffset.UTC);
    }
}
