package dev.slipway.server.launch;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.server.configuration.OfferSettings;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes drafts that nobody paid within the offer and its grace. Their references are watched on for ever. */
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
        Instant moment = clock.instant().minus(settings.offerGrace());
        long expired = publications.draftsOfferedUntil(moment, AT_ONCE).stream()
                .filter(DraftExpiry::isUnpaid)
                .map(draft -> publications.changeContent(draft.id(), ContentState.EXPIRED, null))
                .count();
        if (expired > 0) {
            log.info("{} unpaid drafts expired", expired);
        }
    }

    /** A payment on its way, or a node that does not answer, keeps the draft. */
    private static boolean isUnpaid(Publication draft) {
        PaymentState payment = draft.payment().state();
        return payment == PaymentState.AWAITING || payment == PaymentState.REVERTED;
    }
}
