package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.QuotaSettings;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.storage.ArtifactStore;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much may be unfinished: in bytes by wallet, by address and in all, and in number. What is announced counts from the
 * beginning and until its publication is declared complete or swept, so that files which never arrive whole cannot fill
 * the disk between them.
 */
@Component
class UploadQuotas {
    /** Any number that no other lock of this database uses. */
    private static final long LOCK = 0x51_1F_0A_D5L;

    /** Others finish, or are swept; nothing tells when. */
    private static final Duration LATER = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final ArtifactStore store;
    private final QuotaSettings settings;
    private final UploadLimits limits;

    UploadQuotas(JdbcClient database, ArtifactStore store, QuotaSettings settings, UploadLimits limits) {
        this.database = database;
        this.store = store;
        this.settings = settings;
        this.limits = limits;
    }

    /** Part of the caller's transaction: until it ends nobody else reserves, on whatever server. */
    void hold() {
        database.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> number)
                .list();
    }

    /**
     * Refuses what does not fit beside all that is unfinished.
     *
     * @param more bytes that no row counts yet; 0 where the file's own row is written
     * @throws ProblemException {@code storage-full} or {@code quota-exceeded}
     */
    void require(PublicationId publication, UploadOwner owner, long more) {
        Unfinished now = unfinished(publication, owner);
        int one = more == 0 ? 0 : 1;
        if (now.ofPublication() + one > limits.unfinishedPerPublication()
                || now.uploads() + one > limits.unfinishedInAll()) {
            throw later("Too many uploads are unfinished. Finish or delete some, or try again later.");
        }
        if (!QuotaSettings.isWithin(now.wallet() + more, settings.uploadQuotaWallet())) {
            throw later("Your wallet has " + now.wallet() + " bytes of unfinished uploads, and may have "
                    + settings.uploadQuotaWallet().toBytes() + " at a time. Finish or delete some first.");
        }
        if (!QuotaSettings.isWithin(now.address() + more, settings.uploadQuotaAddress())) {
            throw later("From your address " + now.address() + " bytes of uploads are unfinished, and there may be "
                    + settings.uploadQuotaAddress().toBytes() + " at a time. Finish or delete some first.");
        }
        if (!QuotaSettings.isWithin(now.all() + more, settings.uploadQuota())
                || !store.space().hasRoomFor(now.toCome() + more)) {
            throw new ProblemException(
                    ProblemCode.STORAGE_FULL,
                    "The server's storage has no room for this file beside those that are unfinished. Try again later.");
        }
    }

    private static ProblemException later(String detail) {
        return new ProblemException(ProblemCode.QUOTA_EXCEEDED, detail, LATER);
    }

    /** Bytes that are announced and not sealed, in all. */
    long reserved() {
        return database.sql("SELECT coalesce(sum(declared_bytes), 0) FROM upload WHERE sealed_at IS NULL")
                .query(Long.class)
                .single();
    }

    /**
     * What is not sealed.
     *
     * @param uploads that are not whole
     * @param ofPublication the same, of one publication
     * @param all bytes that were announced
     * @param toCome those that have not arrived
     */
    private record Unfinished(int uploads, int ofPublication, long wallet, long address, long all, long toCome) {}

    private Unfinished unfinished(PublicationId publication, UploadOwner owner) {
        return database.sql("""
                        SELECT count(*) FILTER (WHERE received_bytes < declared_bytes) AS uploads,
                               count(*) FILTER (WHERE received_bytes < declared_bytes
                                                  AND publication_id = :publication) AS of_publication,
                               coalesce(sum(declared_bytes) FILTER (WHERE wallet_hash = :wallet), 0) AS wallet,
                               coalesce(sum(declared_bytes) FILTER (WHERE client_hash = :client), 0) AS address,
                               coalesce(sum(declared_bytes), 0) AS all_bytes,
                               coalesce(sum(declared_bytes - received_bytes), 0) AS to_come
                        FROM upload WHERE sealed_at IS NULL
                        """)
                .param("publication", publication.uuid())
                .param("wallet", owner.wallet())
                .param("client", owner.client())
                .query((row, number) -> new Unfinished(
                        row.getInt("uploads"),
                        row.getInt("of_publication"),
                        row.getLong("wallet"),
                        row.getLong("address"),
                        row.getLong("all_bytes"),
                        row.getLong("to_come")))
                .single();
    }
}
