package dev.slipway.server.storage;

import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.publication.PublicationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table stored_artifact. */
@Component
final class StoredArtifactRows implements StoredArtifacts, SealedArtifacts, FileOwner {
    private static final String VISIBLE = """
            SELECT publication_id, path, role, bytes, sha256, object_key, content_type, track_index
            FROM stored_artifact WHERE publication_id = :publication AND verified_at IS NOT NULL
            """;

    private final JdbcClient database;
    private final InstantSource clock;

    StoredArtifactRows(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<StoredArtifact> find(PublicationId publication, String path) {
        return database.sql(VISIBLE + " AND path = :path")
                .param("publication", publication.uuid())
                .param("path", path)
                .query((row, number) -> visible(row))
                .optional();
    }

    @Override
    public Optional<StoredFile> file(PublicationId publication, String path) {
        return database.sql("""
                        SELECT bytes, sha256, object_key, content_type FROM stored_artifact
                        WHERE publication_id = :publication AND path = :path AND verified_at IS NOT NULL
                        """)
                .param("publication", publication.uuid())
                .param("path", path)
                .query((row, number) -> new StoredFile(
                        ObjectKey.parse(text(row, "object_key")),
                        row.getLong("bytes"),
                        text(row, "sha256"),
                        text(row, "content_type")))
                .optional();
    }

    @Override
    public List<StoredArtifact> of(PublicationId publication) {
        return database.sql(VISIBLE + " ORDER BY path")
                .param("publication", publication.uuid())
                .query((row, number) -> visible(row))
                .list();
    }

    @Override
    public void record(PublicationId publication, List<SealedArtifact> artifacts) {
        for (SealedArtifact sealed : artifacts) {
            Artifact artifact = sealed.artifact();
            database.sql("""
                            INSERT INTO stored_artifact
                                (publication_id, path, role, bytes, sha256, object_key, content_type, artifact)
                            VALUES (:publication, :path, :role, :bytes, :sha256, :key, :type, :artifact::jsonb)
                            ON CONFLICT (publication_id, path) DO NOTHING
                            """)
                    .param("publication", publication.uuid())
                    .param("path", artifact.path())
                    .param("role", artifact.role().name())
                    .param("bytes", artifact.bytes())
                    .param("sha256", artifact.sha256())
                    .param("key", sealed.key().toString())
                    .param("type", contentType(artifact.role()))
                    .param("artifact", Json.STRICT.writeValueAsString(artifact))
                    .update();
        }
    }

    @Override
    public List<SealedArtifact> sealedFiles(PublicationId publication) {
        return database.sql("""
                        SELECT artifact, object_key FROM stored_artifact
                        WHERE publication_id = :publication ORDER BY path
                        """)
                .param("publication", publication.uuid())
                .query((row, number) -> new SealedArtifact(
                        Json.STRICT.readValue(text(row, "artifact"), Artifact.class),
                        ObjectKey.parse(text(row, "object_key"))))
                .list();
    }

    @Override
    public void markVerified(PublicationId publication, Map<String, TrackIndex> indexes) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        indexes.forEach((path, index) -> database.sql("""
                        UPDATE stored_artifact SET track_index = :index::jsonb
                        WHERE publication_id = :publication AND path = :path
                        """)
                .param("index", Json.STRICT.writeValueAsString(index))
                .param("publication", publication.uuid())
                .param("path", path)
                .update());
        database.sql("""
                        UPDATE stored_artifact SET verified_at = :now
                        WHERE publication_id = :publication AND verified_at IS NULL
                        """)
                .param("now", now)
                .param("publication", publication.uuid())
                .update();
    }

    @Override
    public void forget(PublicationId publication) {
        database.sql("DELETE FROM stored_artifact WHERE publication_id = :publication")
                .param("publication", publication.uuid())
                .update();
    }

    @Override
    public Set<ObjectKey> filesOf(PublicationId publication) {
        return database.sql("SELECT object_key FROM stored_artifact WHERE publication_id = :publication")
                .param("publication", publication.uuid())
                .query((row, number) -> ObjectKey.parse(text(row, "object_key")))
                .set();
    }

    @Override
    public long totalBytes() {
        return database.sql("SELECT coalesce(sum(bytes), 0) FROM stored_artifact")
                .query(Long.class)
                .single();
    }

    private static StoredArtifact visible(ResultSet row) throws SQLException {
        String index = row.getString("track_index");
        return new StoredArtifact(
                new PublicationId(row.getObject("publication_id", UUID.class)),
                text(row, "path"),
                ArtifactRole.valueOf(text(row, "role")),
                row.getLong("bytes"),
                text(row, "sha256"),
                ObjectKey.parse(text(row, "object_key")),
                text(row, "content_type"),
                index == null ? null : Json.STRICT.readValue(index, TrackIndex.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    /** The types of the formats that the manifest's rules allow for each role. */
    private static String contentType(ArtifactRole role) {
        return switch (role) {
            case VIDEO -> "video/mp4";
            case AUDIO -> "audio/mp4";
            case PREVIEW -> "video/webm";
            case POSTER, THUMBNAILS -> "image/webp";
            case SUBTITLES -> "text/vtt;charset=utf-8";
        };
    }
}
