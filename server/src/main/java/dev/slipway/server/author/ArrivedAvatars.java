package dev.slipway.server.author;

import dev.slipway.model.problem.Violation;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.upload.OtherFiles;
import dev.slipway.server.verification.UploadedAvatars;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table avatar_upload: pictures that have arrived and are not shown yet. */
@Component
class ArrivedAvatars implements OtherFiles, UploadedAvatars {
    private final JdbcClient database;

    ArrivedAvatars(JdbcClient database) {
        this.database = database;
    }

    /**
     * The picture that has to come with a publication.
     *
     * @return none where its author wishes to stay unnamed, whatever the form says
     */
    static Optional<Avatar> awaited(Publication publication) {
        return Optional.ofNullable(publication.form().profile())
                .filter(profile -> !profile.incognito())
                .flatMap(profile -> Optional.ofNullable(profile.avatar()));
    }

    /** Keeps what has arrived; the same bytes again change nothing, and others are never signed. */
    void keep(PublicationId publication, byte[] webp) {
        database.sql("""
                        INSERT INTO avatar_upload (publication_id, uploaded) VALUES (:publication, :webp)
                        ON CONFLICT (publication_id) DO NOTHING
                        """)
                .param("publication", publication.uuid())
                .param("webp", webp)
                .update();
    }

    @Override
    public List<Violation> missing(Publication publication) {
        return awaited(publication)
                .filter(avatar -> uploaded(publication.id()).isEmpty())
                .map(avatar -> new Violation("profile.avatar", "0 of " + avatar.bytes() + " bytes are here"))
                .stream()
                .toList();
    }

    @Override
    public Optional<byte[]> uploaded(PublicationId publication) {
        return bytes("SELECT uploaded FROM avatar_upload WHERE publication_id = :publication", publication);
    }

    @Override
    public void keepChecked(PublicationId publication, byte[] webp) {
        database.sql("UPDATE avatar_upload SET checked = :webp WHERE publication_id = :publication")
                .param("webp", webp)
                .param("publication", publication.uuid())
                .update();
    }

    /** As the check made it anew. */
    Optional<byte[]> checked(PublicationId publication) {
        return bytes(
                "SELECT checked FROM avatar_upload WHERE publication_id = :publication AND checked IS NOT NULL",
                publication);
    }

    /** Part of the caller's transaction. */
    void forget(PublicationId publication) {
        database.sql("DELETE FROM avatar_upload WHERE publication_id = :publication")
                .param("publication", publication.uuid())
                .update();
    }

    private Optional<byte[]> bytes(String question, PublicationId publication) {
        return database.sql(question)
                .param("publication", publication.uuid())
                .query(byte[].class)
                .optional();
    }
}
