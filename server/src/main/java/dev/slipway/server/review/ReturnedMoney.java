package dev.slipway.server.review;

import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.RefundProgress;
import java.math.BigInteger;
import org.springframework.stereotype.Component;

/** Whether the author has got money back for what is decided about. */
@Component
class ReturnedMoney {
    private final RefundProgress refunds;

    ReturnedMoney(RefundProgress refunds) {
        this.refunds = refunds;
    }

    Choices.Money of(Publication publication) {
        Terms terms = publication.terms();
        boolean isReturned = refunds.of(publication).stream()
                .filter(refund -> terms.isPaidIn(refund.token()))
                .map(PublicationStatus.Refund::returned)
                .anyMatch(returned -> new BigInteger(returned).signum() > 0);
        return isReturned ? Choices.Money.RETURNED : Choices.Money.KEPT;
    }
}
