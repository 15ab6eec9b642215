package dev.slipway.server.testing;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.storage.ArtifactStore;
import dev.slipway.server.storage.ObjectKey;
import dev.slipway.server.storage.SealedArtifact;
import dev.slipway.server.storage.SealedArtifacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts films into a running server as if they had been launched: real files in its store and real rows, without the
 * payment and the wait that lead there.
 */
public final class PublishedFilms {
    private static final Address AUTHOR = new Address("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");

    private final ArtifactStore store;
    private final SealedArtifacts artifacts;
    private final JdbcClient database;
    private final Publications publications;

    public PublishedFilms(ApplicationContext server) {
        store = server.getBean(ArtifactStore.class);
        artifacts = server.getBean(SealedArtifacts.class);
        database = server.getBean(JdbcClient.class);
        publications = server.getBean(Publications.class);
    }

    public PublicationId publish(Film film, PublicationForm form, Instant publishedAt) throws IOException {
        PublicationId id = new PublicationId(UUID.randomUUID());
        insert(id, film, form, publishedAt);
        List<SealedArtifact> sealed = new ArrayList<>();
        for (Artifact artifact : film.manifest().manifest().artifacts()) {
            sealed.add(new SealedArtifact(artifact, keep(id, film, artifact)));
        }
        artifacts.record(id, sealed);
        artifacts.markVerified(id, film.indexes());
        return id;
    }

    /** The same by an author who is told of, with a picture. */
    public PublicationId publishBy(Profile author, Film film, PublicationForm form, Instant publishedAt)
            throws IOException {
        PublicationForm signed = form.with(author);
        PublicationId id = publish(film, signed, publishedAt);
        database.sql("INSERT INTO avatar_upload (publication_id, uploaded, checked) VALUES (:id, :webp, :webp)")
                .param("id", id.uuid())
                .param("webp", film.avatar())
                .update();
        publications.changeContent(id, ContentState.HELD, null);
        publications.changeContent(id, ContentState.PUBLISHED, null);
        return id;
    }

    /** As the check leaves it: one picture of the film. */
    public void takePicture(PublicationId id, Film film) throws IOException {
        database.sql("INSERT INTO strip_picture (publication_id, number, micros, webp) VALUES (:id, 0, 1000000, :webp)")
                .param("id", id.uuid())
                .param("webp", film.avatar())
                .update();
    }

    /** One that was verified and waits for a person, paid. */
    public PublicationId waitingForReview(Film film, PublicationForm form) throws IOException {
        PublicationId id = publish(film, form, Instant.parse("2026-11-20T10:00:00Z"));
        database.sql("UPDATE publication SET content = 'moderating', published_at = NULL WHERE id = :id")
                .param("id", id.uuid())
                .update();
        return id;
    }

    private ObjectKey keep(PublicationId id, Film film, Artifact artifact) throws IOException {
        String path = artifact.path();
        ObjectKey key = store.create(id, path.substring(path.lastIndexOf('.')));
        try (InputStream bytes = Files.newInputStream(film.folder().resolve(path))) {
            store.append(key, 0, bytes, artifact.bytes());
        }
        store.seal(key);
        return key;
    }

    private void insert(PublicationId id, Film film, PublicationForm form, Instant publishedAt) {
        Instant created = publishedAt.minusSeconds(600);
        database.sql("""
                        INSERT INTO publication (id, version, author, nonce, manifest, form, access_level, terms,
                            terms_signature, terms_expire_at, content, payment, payment_paid, payment_confirmations,
                            created_at, published_at)
                        VALUES (:id, 7, :author, :nonce, :manifest, :form, :level, :terms, '', :created,
                            'published', 'confirmed', 1000, 2, :created, :published)
                        """)
                .param("id", id.uuid())
                .param("author", AUTHOR.hex())
                .param("nonce", "0x" + "00".repeat(32))
                .param("manifest", film.manifest().bytes())
                .param("form", Json.STRICT.writeValueAsString(form))
                .param("level", form.access().text())
                .param("terms", Json.STRICT.writeValueAsString(terms(created, film)))
                .param("created", utc(created))
                .param("published", utc(publishedAt))
                .update();
    }

    private static Terms terms(Instant created, Film film) {
        return new Terms(
                Terms.VERSION,
                "http://127.0.0.1",
                AUTHOR,
                Terms.PLAIN_RAIL,
                31337,
                AUTHOR,
                "1000",
                2,
                created.plusSeconds(3600),
                365,
                film.manifest().manifest().totalBytes(),
                "rules");
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
