package dev.slipway.server.review.decision;

import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.RefundProgress;
import dev.slipway.server.review.queue.Choices;
import java.math.BigInteger;
import org.springframework.stereotype.Component;

/** Whether the author has got money back for what is decided about. */
@Component
class ReturnedMoney {
    private final RefundProgress refunds;

    ReturnedMoney(RefundProgress refunds) {
        this.refunds = refunds;
    }

    /**
     * Anybody can send an author a coin that looks like a return. So it counts only once half of what was owed came back:
     * nobody gives that away to keep somebody else from being published.
     */
    Choices.Money of(Publication publication) {
        Terms terms = publication.terms();
        boolean isReturned = refunds.of(publication).stream()
                .filter(refund -> terms.isPaidIn(refund.token()))
                .anyMatch(ReturnedMoney::isMostlyBack);
        return isReturned ? Choices.Money.RETURNED : Choices.Money.KEPT;
    }

    private static boolean isMostlyBack(PublicationStatus.Refund refund) {
        BigInteger returned = new BigInteger(refund.returned());
        return returned.signum() > 0 && returned.compareTo(new BigInteger(refund.owed())) >= 0;
    }
}
