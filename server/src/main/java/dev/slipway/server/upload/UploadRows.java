package dev.slipway.server.upload;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.storage.FileOwner;
import dev.slipway.server.storage.ObjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table upload: what an upload is. Who may write to it at the moment is {@link UploadLeases}. */
@Component
class UploadRows implements FileOwner {
    private static final String SELECT = """
            SELECT id, publication_id, path, metadata, declared_bytes, received_bytes, object_key, last_activity_at
            FROM upload
            """;

    private final JdbcClient database;

    UploadRows(JdbcClient database) {
        this.database = database;
    }

    Optional<Upload> find(String id) {
        return database.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query((row, number) -> upload(row))
                .optional();
    }

    Optional<Upload> find(PublicationId publication, String path) {
        return database.sql(SELECT + " WHERE publication_id = :publication AND path = :path")
                .param("publication", publication.uuid())
                .param("path", path)
                .query((row, number) -> upload(row))
                .optional();
    }

    List<Upload> of(PublicationId publication) {
        return database.sql(SELECT + " WHERE publication_id = :publication ORDER BY path")
                .param("publication", publication.uuid())
                .query((row, number) -> upload(row))
                .list();
    }

    /** The same, and nobody else may change them before the caller's transaction ends. */
    List<Upload> lock(PublicationId publication) {
        return database.sql(SELECT + " WHERE publication_id = :publication ORDER BY path FOR UPDATE")
                .param("publication", publication.uuid())
                .query((row, number) -> upload(row))
                .list();
    }

    /** False when the artifact has an upload already. */
    boolean insert(Upload upload, UploadOwner owner) {
        return database.sql("""
                                INSERT INTO upload (id, publication_id, path, metadata, declared_bytes, object_key,
                                                    created_at, last_activity_at, wallet_hash, client_hash)
                                VALUES (:id, :publication, :path, :metadata, :declared, :key, :now, :now,
                                        :wallet, :client)
                                ON CONFLICT (publication_id, path) DO NOTHING
                                """)
                        .param("id", upload.id())
                        .param("publication", upload.publication().uuid())
                        .param("path", upload.path())
                        .param("metadata", upload.metadata())
                        .param("declared", upload.declared())
                        .param("key", upload.key().toString())
                        .param("now", upload.lastActivityAt().atOffset(ZoneOffset.UTC))
                        .param("wallet", owner.wallet())
                        .param("client", owner.client())
                        .update()
                == 1;
    }

    /** False when it is sealed or gone. */
    boolean deleteUnsealed(String id) {
        return database.sql("DELETE FROM upload WHERE id = :id AND sealed_at IS NULL")
                        .param("id", id)
                        .update()
                == 1;
    }

    void delete(PublicationId publication) {
        database.sql("DELETE FROM upload WHERE publication_id = :publication")
                .param("publication", publication.uuid())
                .update();
    }

    void seal(PublicationId publication, Instant now) {
        database.sql("""
                        UPDATE upload SET sealed_at = :now, lease_until = NULL, epoch = epoch + 1,
                                          wallet_hash = NULL, client_hash = NULL
                        WHERE publication_id = :publication AND sealed_at IS NULL
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("publication", publication.uuid())
                .update();
    }

    /** Publications none of whose uploads has moved since then. */
    List<PublicationId> idleSince(Instant then) {
        return database.sql("""
                        SELECT publication_id FROM upload
                        GROUP BY publication_id HAVING max(last_activity_at) < :then
                        """)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PublicationId(row.getObject("publication_id", UUID.class)))
                .list();
    }

    /** Publications that files may arrive for since before then, and nothing of them has moved since. */
    List<PublicationId> abandonedSince(Instant then) {
        return database.sql("""
                        SELECT o.publication_id FROM upload_opened o
                        WHERE o.opened_at < :then AND NOT EXISTS (
                            SELECT 1 FROM upload u
                            WHERE u.publication_id = o.publication_id AND u.last_activity_at >= :then)
                        """)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PublicationId(row.getObject("publication_id", UUID.class)))
                .list();
    }

    /** Part of the caller's transaction. */
    void opened(PublicationId publication, Instant now) {
        database.sql("""
                        INSERT INTO upload_opened (publication_id, opened_at) VALUES (:publication, :now)
                        ON CONFLICT (publication_id) DO UPDATE SET opened_at = excluded.opened_at
                        """)
                .param("publication", publication.uuid())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Part of the caller's transaction. */
    void closed(PublicationId publication) {
        database.sql("DELETE FROM upload_opened WHERE publication_id = :publication")
                .param("publication", publication.uuid())
                .update();
    }

    @Override
    public Set<ObjectKey> filesOf(PublicationId publication) {
        return of(publication).stream().map(Upload::key).collect(Collectors.toSet());
    }

    int unfinished() {
        return database.sql("SELECT count(*) FROM upload WHERE sealed_at IS NULL AND received_bytes < declared_bytes")
                .query(Integer.class)
                .single();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        return new Upload(
                text(row, "id"),
                new PublicationId(row.getObject("publication_id", UUID.class)),
                text(row, "path"),
                text(row, "metadata"),
                row.getLong("declared_bytes"),
                row.getLong("received_bytes"),
                ObjectKey.parse(text(row, "object_key")),
                row.getObject("last_activity_at", OffsetDateTime.class).toInstant());
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
