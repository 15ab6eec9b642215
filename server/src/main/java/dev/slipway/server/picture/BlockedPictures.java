package dev.slipway.server.picture;

import dev.slipway.media.pdq.PdqHash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table blocked_picture, its hashes kept ready in memory. Its revision is read each time, so that a change counts at once,
 * also one that another server of this database made.
 */
@Component
class BlockedPictures {
    private final JdbcClient database;
    private volatile @Nullable Kept kept;

    private record Kept(long revision, BlockList list) {}

    BlockedPictures(JdbcClient database) {
        this.database = database;
    }

    BlockList list() {
        // Before the rows: what changes between the two reads is read again the next time.
        long revision = database.sql("SELECT revision FROM picture_list_revision")
                .query(Long.class)
                .single();
        Kept known = kept;
        if (known == null || known.revision() != revision) {
            known = new Kept(revision, BlockList.of(comparable()));
            kept = known;
        }
        return known.list();
    }

    /** As the operator wrote it; empty where the picture has just been taken from the list. */
    Optional<String> reason(PdqHash hash) {
        return database.sql("SELECT reason FROM blocked_picture WHERE hash = :hash")
                .param("hash", hash.hex())
                .query(String.class)
                .optional();
    }

    /** In the order of the hashes. */
    List<BlockedPicture> all() {
        return database.sql("SELECT hash, quality, reason FROM blocked_picture ORDER BY hash")
                .query((row, number) ->
                        new BlockedPicture(PdqHash.parse(row.getString(1)), row.getInt(2), row.getString(3)))
                .list();
    }

    private List<PdqHash> comparable() {
        return database.sql("SELECT hash FROM blocked_picture WHERE quality >= :least")
                .param("least", PdqHash.LEAST_QUALITY)
                .query((row, number) -> PdqHash.parse(row.getString(1)))
                .list();
    }
}
