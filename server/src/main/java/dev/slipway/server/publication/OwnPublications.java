package dev.slipway.server.publication;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An author's publications, for the author alone. */
@Component
@Transactional
public class OwnPublications {
    /** A form always has a title; who still holds the grant reads this one. */
    private static final String NO_WORDS = Json.STRICT.writeValueAsString(new PublicationForm("(erased)", null, null));

    private static final String NO_SALT = "0x" + "00".repeat(32);

    private final PublicationRows rows;
    private final Publications publications;

    OwnPublications(PublicationRows rows, Publications publications) {
        this.rows = rows;
        this.publications = publications;
    }

    /** Oldest first. Only what they signed: anybody can make a draft that names a wallet. */
    @Transactional(readOnly = true)
    public List<Publication> signedBy(Collection<Address> authors) {
        return authors.isEmpty()
                ? List.of()
                : rows
                        .findByAuthorInAndReferenceIsNotNullOrderByCreatedAt(
                                authors.stream().map(Address::hex).toList())
                        .stream()
                        .map(PublicationRow::snapshot)
                        .toList();
    }

    /**
     * Deletes it in the way of every deletion, and then takes out of its row who it was: author, words, signature and salt,
     * by which the author could be found again. The reference stays, because money may still arrive with it, and the
     * signed address for money that has to go back; and of what was refused or never came the code of that, by which is reckoned
     * how much. Repeating it changes nothing.
     */
    public void erase(PublicationId id) {
        Publication before = publications.find(id).orElseThrow();
        Reason reason = before.problem();
        boolean isOwed = before.isRefused() || before.isAbandoned();
        Reason wordless = reason == null || !isOwed ? null : new Reason(reason.code(), "");
        ContentState content = before.content();
        while (content != ContentState.DELETED) {
            ContentState next = content.mayBecome(ContentState.DELETED) ? ContentState.DELETED : ContentState.CANCELLED;
            content = publications.changeContent(id, next, wordless).content();
        }
        rows.forgetAuthor(id.uuid(), Address.ZERO.hex(), NO_WORDS, NO_SALT);
    }
}
