package dev.slipway.server.review.decision;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.model.publication.PublishGate;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.queue.ActLog;
import dev.slipway.server.review.queue.Action;
import dev.slipway.server.review.queue.CaseRows;
import dev.slipway.server.review.queue.Choices;
import dev.slipway.server.review.queue.ReviewCase;
import dev.slipway.server.review.queue.ReviewCase.Closing;
import dev.slipway.server.review.queue.ReviewQueue;
import dev.slipway.server.review.queue.Rule;
import dev.slipway.server.review.queue.Sentences;
import dev.slipway.server.review.strike.Strike;
import dev.slipway.server.review.strike.Strikes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what a moderator decides: the case, the publication, the strike and the log in one transaction. */
@Service
class Decisions {
    private static final int LONGEST_MESSAGE = 2_000;

    private final ReviewQueue queue;
    private final CaseRows cases;
    private final Publications publications;
    private final Strikes strikes;
    private final ReturnedMoney returned;
    private final ActLog acts;
    private final InstantSource clock;

    Decisions(
            ReviewQueue queue,
            CaseRows cases,
            Publications publications,
            Strikes strikes,
            ReturnedMoney returned,
            ActLog acts,
            InstantSource clock) {
        this.queue = queue;
        this.cases = cases;
        this.publications = publications;
        this.strikes = strikes;
        this.returned = returned;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Closes the case, unless the publication is only held until there is another decision.
     *
     * @throws ProblemException {@code invalid-form}, {@code conflict} unless the account has claimed the case,
     *     {@code wrong-state} where the case is closed or its publication cannot be decided about so
     */
    @Transactional
    void decide(long id, UUID account, Decision decision) {
        check(decision);
        PublicationId about = queue.require(id).publication();
        Publication before = publications.findForChange(about);
        ReviewCase open = queue.require(id);
        requireChoice(open, before, account, decision.action());
        Rule category = decision.action().isAgainstTheAuthor() ? decision.category() : null;
        String message = text(decision.message());
        if (decision.action() != Action.HOLD) {
            // Before the content: what closes by itself with the change leaves it alone then.
            cases.close(id, new Closing(clock.instant(), decision.action()));
        }
        Publication after = carryOut(before, decision, category, message);
        long act = acts.write(
                new ActLog.Entry(decision.action(), about, id, account, category, before.content(), after.content()));
        if (message != null) {
            acts.explain(act, message);
        }
        count(before, id, account, decision);
    }

    /** @throws ProblemException {@code not-found} */
    Strike strike(long id) {
        return strikes.find(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no strike " + id + "."));
    }

    /** By hand, such as after a word with the author. */
    @Transactional
    void withdrawStrike(long id, UUID account) {
        Strike strike = strike(id);
        if (strike.withdrawnAt() == null && strikes.withdraw(strike.publicationId())) {
            note(Action.WITHDRAW_STRIKE, strike.publicationId(), null, account, strike.category());
        }
    }

    private static void check(Decision decision) {
        List<Violation> wrong = new ArrayList<>();
        if (!decision.action().isDecision()) {
            wrong.add(new Violation("action", "is nothing to decide by"));
        }
        if (decision.action().isAgainstTheAuthor() && decision.category() == null) {
            wrong.add(new Violation("category", "say which rule is broken"));
        }
        Sentences.check(
                        "message",
                        decision.message(),
                        LONGEST_MESSAGE,
                        decision.action().isAgainstTheAuthor())
                .ifPresent(wrong::add);
        if (decision.counts() && !decision.action().isFinal()) {
            wrong.add(new Violation("strike", "comes with \"reject\" or \"take-down\" only"));
        }
        Sentences.refuse("decision", wrong);
    }

    private void requireChoice(ReviewCase open, Publication publication, UUID account, Action action) {
        if (!open.isOpen()) {
            throw ReviewQueue.closed();
        }
        if (!open.isClaimedBy(account)) {
            throw new ProblemException(
                    ProblemCode.CONFLICT, "This case is not yours, or not any more. Claim it, then decide.");
        }
        Set<Action> choices = Choices.of(open.kind(), publication, returned.of(publication));
        if (!choices.contains(action)) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "This publication is " + publication.content().text() + ": possible here is "
                            + choices.stream().map(Action::text).collect(Collectors.joining(", ")) + ".");
        }
    }

    private Publication carryOut(
            Publication publication, Decision decision, @Nullable Rule category, @Nullable String message) {
        return switch (decision.action()) {
            case PUBLISH -> publish(publication);
            case RESTORE -> restore(publication);
            case REJECT -> change(publication, ContentState.REJECTED, category, message);
            case HOLD -> change(publication, ContentState.HELD, category, message);
            case TAKE_DOWN -> change(publication, ContentState.TAKEN_DOWN, category, message);
            default -> publication;
        };
    }

    /** What was rejected goes back to where it was rejected; the checks are not asked again, for a person has decided. */
    private Publication publish(Publication publication) {
        if (publication.content() == ContentState.REJECTED) {
            publications.changeContent(publication.id(), ContentState.MODERATING, null);
        }
        publications.changeContent(publication.id(), ContentState.READY, null);
        return publications.findForChange(publication.id());
    }

    private Publication restore(Publication publication) {
        if (publication.content() == ContentState.HELD) {
            publications.changeContent(publication.id(), ContentState.READY, null);
            return publications.findForChange(publication.id());
        }
        if (!PublishGate.isOpen(ContentState.READY, publication.payment().state())) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "Its payment is " + publication.payment().state().text()
                            + ". It can be shown again once the payment is confirmed.");
        }
        return publications.changeContent(publication.id(), ContentState.PUBLISHED, null);
    }

    private Publication change(
            Publication publication, ContentState next, @Nullable Rule category, @Nullable String message) {
        String rule = Objects.requireNonNull(category).text();
        return publications.changeContent(
                publication.id(),
                next,
                new Reason(ProblemCode.RULES_BROKEN, "A moderator decided (" + rule + "): " + message));
    }

    private void count(Publication publication, long id, UUID account, Decision decision) {
        Rule category = decision.category();
        if (decision.counts() && category != null && strikes.add(publication.author(), publication.id(), category)) {
            note(Action.STRIKE, publication.id(), id, account, category);
        }
        boolean isTakenBack = decision.action() == Action.PUBLISH || decision.action() == Action.RESTORE;
        if (isTakenBack && strikes.withdraw(publication.id())) {
            note(Action.WITHDRAW_STRIKE, publication.id(), id, account, null);
        }
    }

    private void note(
            Action action, PublicationId publication, @Nullable Long id, UUID account, @Nullable Rule category) {
        acts.write(new ActLog.Entry(action, publication, id, account, category, null, null));
    }

    private static @Nullable String text(@Nullable String message) {
        return message == null || message.isBlank() ? null : message.strip();
    }
}
