package dev.slipway.server.publication;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.testing.Manifests;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Puts publications into the tables of a running server at the point where another module's test begins. */
public final class PreparedPublications {
    private static final Address AUTHOR = new Address("0x" + "11".repeat(20));
    private static final PublicationForm FORM = new PublicationForm("A ship", "goes into the water", List.of("ships"));

    private final PublicationRows rows;
    private final Publications publications;
    private final Grants grants;

    public PreparedPublications(ApplicationContext server) {
        this.rows = server.getBean(PublicationRows.class);
        this.publications = server.getBean(Publications.class);
        this.grants = server.getBean(Grants.class);
    }

    /** Offered, not paid; the terms pay for exactly the manifest's bytes. */
    public PublicationId draft(SignedManifest manifest) {
        return draft(manifest, FORM);
    }

    public PublicationId draft(SignedManifest manifest, PublicationForm form) {
        return draft(AUTHOR, manifest, form, Instant.now());
    }

    public PublicationId draft(Address author, SignedManifest manifest, PublicationForm form, Instant createdAt) {
        PublicationId id = new PublicationId(UUID.randomUUID());
        Terms terms = terms(manifest.manifest().totalBytes());
        DraftReply reply = new DraftReply(id, Bytes32.of(new byte[32]), terms, Hex.of(new byte[65]));
        rows.saveAndFlush(new PublicationRow(reply, author, manifest, form, createdAt));
        return id;
    }

    /** Its payment is in a block. */
    public PublicationId uploading(SignedManifest manifest) {
        return uploading(manifest, FORM);
    }

    /** Its payment is in a block. */
    public PublicationId uploading(SignedManifest manifest, PublicationForm form) {
        PublicationId id = draft(manifest, form);
        publications.changeContent(id, ContentState.UPLOADING, null);
        return id;
    }

    /** Shown to everybody, though there are no files to show. */
    public PublicationId published(PublicationForm form) {
        PublicationId id = draft(Manifests.small(), form);
        show(id);
        return id;
    }

    /** From whatever state it is in, and everybody who listens is told. */
    public void show(PublicationId id) {
        PublicationRow row = rows.findById(id.uuid()).orElseThrow();
        row.setContent(ContentState.HELD, null, Instant.now());
        rows.saveAndFlush(row);
        publications.changeContent(id, ContentState.PUBLISHED, null);
    }

    public String grant(PublicationId id) {
        return grants.of(id);
    }

    private static Terms terms(long bytes) {
        return new Terms(
                Terms.VERSION,
                "http://127.0.0.1:1",
                AUTHOR,
                Terms.PLAIN_RAIL,
                31337,
                AUTHOR,
                "1000",
                2,
                Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS),
                365,
                bytes,
                "rules");
    }
}
