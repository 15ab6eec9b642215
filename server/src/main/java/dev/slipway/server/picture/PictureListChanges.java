package dev.slipway.server.picture;

import dev.slipway.media.pdq.PdqHash;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.problem.ProblemException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the list of blocked pictures, one change after the other, and keeps who did in table picture_change. */
@Service
class PictureListChanges {
    static final int MAX_ROWS = 1_000_000;

    private final JdbcClient database;
    private final InstantSource clock;

    PictureListChanges(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Adds pictures; those that are there get this quality, reason and source.
     *
     * @return pictures on the list now
     * @throws ProblemException {@code conflict} where they would be too many
     */
    @Transactional
    long put(List<BlockedPicture> pictures, String source, UUID account) {
        waitForOthers();
        store("""
                INSERT INTO blocked_picture (hash, quality, reason, source, added_at, added_by)
                SELECT hash, quality, reason, :source, :now, :account
                FROM unnest(:hashes, :qualities, :reasons) AS listed (hash, quality, reason)
                ON CONFLICT (hash) DO UPDATE
                SET quality = excluded.quality, reason = excluded.reason, source = excluded.source,
                    added_at = excluded.added_at, added_by = excluded.added_by
                """, pictures, source, account);
        store("""
                INSERT INTO picture_change (at, account_id, action, hash, quality, reason, source)
                SELECT :now, :account, 'put', hash, quality, reason, :source
                FROM unnest(:hashes, :qualities, :reasons) AS listed (hash, quality, reason)
                """, pictures, source, account);
        long total = database.sql("SELECT count(*) FROM blocked_picture")
                .query(Long.class)
                .single();
        if (total > MAX_ROWS) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "With these the list would have " + total + " pictures, and " + MAX_ROWS
                            + " is the most. Nothing was added.");
        }
        return total;
    }

    /** @throws ProblemException {@code not-found} where it is not on the list */
    @Transactional
    void delete(PdqHash hash, UUID account) {
        waitForOthers();
        int rows = database.sql("DELETE FROM blocked_picture WHERE hash = :hash")
                .param("hash", hash.hex())
                .update();
        if (rows == 0) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no such picture on the list.");
        }
        database.sql("""
                        INSERT INTO picture_change (at, account_id, action, hash)
                        VALUES (:now, :account, 'delete', :hash)
                        """)
                .param("now", now())
                .param("account", account)
                .param("hash", hash.hex())
                .update();
    }

    private void store(String statement, List<BlockedPicture> pictures, String source, UUID account) {
        database.sql(statement)
                .param("now", now())
                .param("account", account)
                .param("source", source)
                .param("hashes", pictures.stream().map(row -> row.hash().hex()).toArray(String[]::new))
                .param(
                        "qualities",
                        pictures.stream().mapToInt(BlockedPicture::quality).toArray())
                .param("reasons", pictures.stream().map(BlockedPicture::reason).toArray(String[]::new))
                .update();
    }

    /** Until this transaction ends nobody else changes the list. */
    private void waitForOthers() {
        database.sql("SELECT revision FROM picture_list_revision FOR UPDATE")
                .query(Long.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
