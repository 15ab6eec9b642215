package dev.slipway.server.personal;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.identity.OwnAccount;
import dev.slipway.server.publication.Publication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/account/export}.
 *
 * @param version of this form; a reader that knows a lower one can read it too
 * @param records what each feature keeps beside, by its name
 */
record AccountExport(
        int version,
        Instant exportedAt,
        OwnAccount.Kept account,
        List<OwnPublication> publications,
        Map<String, List<?>> records) {
    static final int VERSION = 1;

    /** A publication as its author may see it, whatever state it is in. */
    record OwnPublication(
            PublicationId id,
            PublicationForm form,
            Manifest manifest,
            Terms terms,
            @Nullable Bytes32 reference,
            @Nullable Address refundTo,
            ContentState content,
            PaymentState payment,
            Instant createdAt,
            @Nullable Instant publishedAt) {

        static OwnPublication of(Publication publication) {
            return new OwnPublication(
                    publication.id(),
                    publication.form(),
                    publication.manifest().manifest(),
                    publication.terms(),
                    publication.reference(),
                    publication.refundTo(),
                    publication.content(),
                    publication.payment().state(),
                    publication.createdAt(),
                    publication.publishedAt());
        }
    }
}
