package dev.slipway.server.payment.standing;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainTransaction;
import dev.slipway.server.payment.ledger.Credit;
import dev.slipway.server.payment.ledger.Ledger;
import dev.slipway.server.payment.ledger.OpenReference;
import dev.slipway.server.payment.reading.Overlooked;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.refund.RefundBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the publications where their payments stand. Idempotent: it is computed anew from the ledger each time. */
public final class Standings {
    private static final Logger LOG = LoggerFactory.getLogger(Standings.class);
    private static final int PAGE = 500;
    /** Each asks the node a question or a few, so that hints, which cost nothing, cannot use it up. */
    private static final int LOOK_UPS = 50;
    /** How long a transaction that somebody told us of is looked for in the pool. */
    private static final Duration HINT_LIVES = Duration.ofHours(24);
    /** How long a payment waits for its publication's signature; after that it is for a person to look at. */
    private static final Duration UNMATCHED_LIVES = Duration.ofDays(30);

    /** Once the payment is in a block the last word of the chain stands, so that an upload is not interrupted. */
    private static final Set<PaymentState> MAY_BECOME_UNKNOWN =
            EnumSet.of(PaymentState.AWAITING, PaymentState.SEEN, PaymentState.PARTIAL);

    private final ChainClient node;
    private final Ledger ledger;
    private final Publications publications;
    private final OwedBack owed;
    private final Duration grace;
    private final InstantSource clock;
    private final EachAlone alone = new EachAlone();

    public Standings(
            ChainClient node,
            Ledger ledger,
            Publications publications,
            RefundBook book,
            Duration grace,
            InstantSource clock) {
        this.node = node;
        this.ledger = ledger;
        this.publications = publications;
        this.owed = new OwedBack(ledger, book, grace, clock);
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * Every payment in a block is told with every look; those that may wait in the node's pool take turns.
     *
     * @throws dev.slipway.server.chain.ChainUnavailable when the node cannot be asked what waits
     * @throws PaymentsUntold when some could not be told, after all others were
     */
    public void refresh(Finality finality, Overlooked overlooked) {
        alone.begin();
        forEach(ledger::paid, open -> alone.run(open.reference(), () -> refresh(open, finality)));
        for (OpenReference open : ledger.takeUnpaid(LOOK_UPS, clock.instant())) {
            Bytes32 reference = open.reference();
            open.hinted()
                    .ifPresent(
                            hint -> alone.run(reference, () -> overlooked.lookFor(reference, hint.transactionHash())));
            // Also where what was hinted is doubtful: otherwise it would be looked for without end.
            alone.run(reference, () -> refresh(open, finality));
        }
        alone.requireAllTold();
    }

    /** Page by page, so that neither the memory nor what is told depends on how many there are. */
    private static void forEach(Pages pages, Consumer<OpenReference> work) {
        @Nullable Bytes32 after = null;
        List<OpenReference> page;
        do {
            page = pages.read(after, PAGE);
            page.forEach(work);
            after = page.isEmpty() ? null : page.getLast().reference();
        } while (page.size() == PAGE);
    }

    /** One of the ledger's lists. */
    private interface Pages {
        List<OpenReference> read(@Nullable Bytes32 after, int limit);
    }

    private void refresh(OpenReference open, Finality finality) {
        Optional<Publication> publication = publications.findByReference(open.reference());
        if (publication.isPresent()) {
            refresh(publication.get(), open, finality);
        } else {
            giveUpWhenOld(open);
        }
    }

    private void refresh(Publication publication, OpenReference open, Finality finality) {
        List<Credit> credits = ledger.credits(open.reference());
        StandingRule rule = new StandingRule(publication.terms(), finality, grace);
        Bytes32 pending = credits.stream().anyMatch(Credit::succeeded) ? null : pending(open, publication);
        OwedBack.Found found = owed.look(publication, credits, rule.of(credits, pending), finality);
        boolean settled = rule.isSettled(credits) && found.outlook() == OwedBack.Outlook.SETTLED;
        if (tell(publication, found.standing()) && (settled || (credits.isEmpty() && !isYoung(open)))) {
            close(publication, open);
        }
    }

    /** What changed the content while we looked at the payment may have opened the reference before it was closed here. */
    private void close(Publication looked, OpenReference open) {
        ledger.close(open.reference());
        boolean changed = publications
                .find(looked.id())
                .filter(now -> now.content() != looked.content())
                .isPresent();
        if (changed) {
            ledger.reopen(open.reference());
        }
    }

    private boolean tell(Publication publication, PaymentStanding standing) {
        try {
            if (standing.state() == PaymentState.REFUNDED
                            && !publication.payment().state().isRefund()
                    || publication.payment().state() == PaymentState.REFUNDED
                            && !standing.state().isRefund()) {
                publications.changePayment(publication.id(), with(PaymentState.REFUNDING, standing));
            }
            publications.changePayment(publication.id(), standing);
            return true;
        } catch (ProblemException e) {
            // The reference stays open, so it is told again with the next look.
            LOG.warn("Publication {} does not take its payment's standing: {}", publication.id(), e.getMessage());
            return false;
        }
    }

    /** What waits in the node's pool with exactly this reference, for exactly this recipient. */
    private @Nullable Bytes32 pending(OpenReference open, Publication publication) {
        Stream<Bytes32> hinted = open.hinted().stream().map(OpenReference.Hint::transactionHash);
        return Stream.concat(hinted, ledger.undone(open.reference()).stream())
                .distinct()
                .map(node::transaction)
                .flatMap(Optional::stream)
                .filter(transaction -> transaction.blockHash() == null)
                .filter(transaction -> pays(transaction, open.reference(), publication.terms()))
                .map(transaction -> transaction.hash())
                .findFirst()
                .orElse(null);
    }

    /** Directly: what waits within another contract's call is seen when it is in a block. */
    private static boolean pays(ChainTransaction transaction, Bytes32 reference, Terms terms) {
        return terms.token() == null
                ? transaction.value().signum() > 0 && paysCoin(transaction, reference, terms)
                : Objects.equals(transaction.to(), terms.router())
                        && RouterContract.tokenPayment(transaction.input())
                                .filter(payment -> payment.reference().equals(reference)
                                        && payment.amount().signum() > 0
                                        && terms.isPaidIn(payment.token()))
                                .isPresent();
    }

    private static boolean paysCoin(ChainTransaction transaction, Bytes32 reference, Terms terms) {
        Address to = transaction.to();
        Optional<Bytes32> carried = terms.recipient().equals(to)
                ? transaction.word()
                : to != null && to.equals(terms.router())
                        ? RouterContract.paidReference(transaction.input())
                        : Optional.empty();
        return carried.equals(Optional.of(reference));
    }

    private boolean isYoung(OpenReference open) {
        Instant oldest = clock.instant().minus(HINT_LIVES);
        return open.hinted()
                .map(hint -> hint.at().isAfter(oldest))
                .orElse(!ledger.undone(open.reference()).isEmpty());
    }

    private void giveUpWhenOld(OpenReference open) {
        Instant oldest = clock.instant().minus(UNMATCHED_LIVES);
        boolean young = ledger.credits(open.reference()).stream()
                        .anyMatch(credit -> credit.blockTime().isAfter(oldest))
                || isYoung(open);
        if (!young) {
            ledger.close(open.reference());
        }
    }

    /** The node has been away for long: nobody is told that nothing was paid. */
    public void markUnknown() {
        alone.begin();
        forEach(ledger::open, open -> alone.run(open.reference(), () -> markUnknown(open)));
        alone.requireAllTold();
    }

    private void markUnknown(OpenReference open) {
        publications
                .findByReference(open.reference())
                .filter(publication ->
                        MAY_BECOME_UNKNOWN.contains(publication.payment().state()))
                .ifPresent(publication -> tell(publication, with(PaymentState.UNKNOWN, publication.payment())));
    }

    private static PaymentStanding with(PaymentState state, PaymentStanding last) {
        return new PaymentStanding(state, last.paid(), last.confirmations(), last.transactionHash());
    }
}
