package dev.slipway.server.payment.standing;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.payment.ledger.PaymentReturn;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.refund.Received;
import dev.slipway.server.refund.RefundBook;
import dev.slipway.server.refund.RefundRule;
import dev.slipway.server.refund.Refunds;
import dev.slipway.server.refund.Returned;
import dev.slipway.server.refund.Situation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Works out from the ledger what is owed for one publication, and writes it into the operator's list. */
final class OwedBack {
    private final Ledger ledger;
    private final RefundBook book;
    private final Duration grace;
    private final InstantSource clock;

    OwedBack(Ledger ledger, RefundBook book, Duration grace, InstantSource clock) {
        this.ledger = ledger;
        this.book = book;
        this.grace = grace;
        this.clock = clock;
    }

    /** Whether more blocks, or time alone, can change what was found. */
    enum Outlook {
        SETTLED,
        OPEN
    }

    /** @param standing of the payment, the refund included */
    record Found(PaymentStanding standing, Outlook outlook) {}

    /** @param standing of the payment by its credits alone */
    Found look(Publication publication, List<Credit> credits, PaymentStanding standing, Finality finality) {
        int needed = publication.terms().confirmations();
        Instant now = clock.instant();
        Situation situation = new Situation(
                publication.isRefused() ? ContentState.REJECTED : publication.content(),
                publication.isAbandoned() ? Situation.Delivery.ABANDONED : Situation.Delivery.EXPECTED,
                publication.publishedAt(),
                standing.state(),
                now);
        List<Received> received = credits.stream()
                .filter(credit ->
                        credit.succeeded() && finality.isFinal(credit.block().number(), needed))
                .map(credit -> received(credit, publication))
                .toList();
        List<Returned> returned = ledger.returns(reference(publication)).stream()
                .map(back -> returned(back, finality, needed))
                .toList();
        RefundRule rule = new RefundRule(publication.terms(), grace);
        Refunds refunds = rule.of(situation, received, returned);
        book.save(reference(publication), refunds.list(), now);
        boolean isSettled = !rule.isWaiting(situation, received)
                && returned.stream().allMatch(back -> back.certainty() == Returned.Certainty.FINAL);
        return new Found(with(refunds.state(), standing), isSettled ? Outlook.SETTLED : Outlook.OPEN);
    }

    private static PaymentStanding with(@Nullable PaymentState refund, PaymentStanding chain) {
        return refund == null
                ? chain
                : new PaymentStanding(refund, chain.paid(), chain.confirmations(), chain.transactionHash());
    }

    private static Received received(Credit credit, Publication publication) {
        Terms terms = publication.terms();
        boolean isAsked = terms.isPaidIn(credit.token()) && credit.recipient().equals(terms.recipient());
        return new Received(
                credit.token(), credit.amount(), isAsked ? Received.Purpose.PRICE : Received.Purpose.UNASKED);
    }

    private static Returned returned(PaymentReturn back, Finality finality, int needed) {
        return new Returned(
                back.token(),
                back.amount(),
                back.transactionHash(),
                finality.isFinal(back.block().number(), needed) ? Returned.Certainty.FINAL : Returned.Certainty.YOUNG);
    }

    private static Bytes32 reference(Publication publication) {
        return Objects.requireNonNull(publication.reference(), "only what was signed can be paid");
    }
}
