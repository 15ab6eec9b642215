package dev.slipway.server.upload;

import dev.slipway.model.publication.PublicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table upload_grant: the room that a paid publication has. One conditional update decides, so no two can overdraw. */
@Component
class UploadGrants {
    private final JdbcClient database;

    UploadGrants(JdbcClient database) {
        this.database = database;
    }

    /**
     * Part of the caller's transaction.
     *
     * @param limit bytes in all, from the signed terms; the first call fixes it
     * @return false when the room does not suffice
     */
    boolean reserve(PublicationId publication, long limit, long bytes) {
        database.sql("""
                        INSERT INTO upload_grant (publication_id, limit_bytes) VALUES (:publication, :limit)
                        ON CONFLICT (publication_id) DO NOTHING
                        """)
                .param("publication", publication.uuid())
                .param("limit", limit)
                .update();
        return database.sql("""
                                UPDATE upload_grant SET reserved_bytes = reserved_bytes + :bytes
                                WHERE publication_id = :publication AND reserved_bytes + :bytes <= limit_bytes
                                """)
                        .param("bytes", bytes)
                        .param("publication", publication.uuid())
                        .update()
                == 1;
    }

    void release(PublicationId publication, long bytes) {
        database.sql("""
                        UPDATE upload_grant SET reserved_bytes = reserved_bytes - :bytes
                        WHERE publication_id = :publication
                        """)
                .param("bytes", bytes)
                .param("publication", publication.uuid())
                .update();
    }

    void forget(PublicationId publication) {
        database.sql("DELETE FROM upload_grant WHERE publication_id = :publication")
                .param("publication", publication.uuid())
                .update();
    }
}
