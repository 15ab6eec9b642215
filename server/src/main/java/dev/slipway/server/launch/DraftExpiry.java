package dev.slipway.server.launch;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes drafts that nobody paid within the offer and its grace; their references are watched on for ever. Closes
 * drafts that nobody signed much sooner, and then deletes them: anybody can make any number of them.
 */
@Component
class DraftExpiry {
    private static final Logger log = LoggerFactory.getLogger(DraftExpiry.class);
    private static final int AT_ONCE = 200;

    private final Publications publications;
    private final OfferSettings settings;
    private final InstantSource clock;

    DraftExpiry(Publications publications, OfferSettings settings, InstantSource clock) {
        this.publications = publications;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void run() {
        int forgotten = publications.forgetUnsigned();
        Instant now = clock.instant();
        List<Publication> unsigned =
                publications.unsignedDraftsMadeUntil(now.minus(settings.unsignedPeriod()), AT_ONCE);
        unsigned.forEach(this::expire);
        List<Publication> unpaid = publications.draftsOfferedUntil(now.minus(settings.offerGrace()), AT_ONCE).stream()
                .filter(DraftExpiry::isUnpaid)
                .filter(draft -> draft.reference() != null)
                .toList();
        unpaid.forEach(this::expire);
        if (forgotten + unsigned.size() + unpaid.size() > 0) {
            log.info(
                    "Drafts expired: {} unpaid, {} unsigned; {} expired before were deleted",
                    unpaid.size(),
                    unsigned.size(),
                    forgotten);
        }
    }

    private void expire(Publication draft) {
        publications.changeContent(draft.id(), ContentState.EXPIRED, null);
    }

    /** A payment on its way, or a node that does not answer, keeps the draft. */
    private static boolean isUnpaid(Publication draft) {
        PaymentState payment = draft.payment().state();
        return payment == PaymentState.AWAITING || payment == PaymentState.REVERTED;
    }
}
