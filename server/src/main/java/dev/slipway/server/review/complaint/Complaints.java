package dev.slipway.server.review.complaint;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.ReviewSettings;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.queue.Act;
import dev.slipway.server.review.queue.ActLog;
import dev.slipway.server.review.queue.Action;
import dev.slipway.server.review.queue.CaseKind;
import dev.slipway.server.review.queue.Choices;
import dev.slipway.server.review.queue.ReviewQueue;
import dev.slipway.server.review.queue.Rule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What viewers, rights holders and authors write. All that is written of one kind about one publication is one case. */
@Service
public class Complaints {
    private static final Logger log = LoggerFactory.getLogger(Complaints.class);

    /** For so long nobody is asked again what was found to be no breach. */
    private static final Duration ANSWERED = Duration.ofDays(7);

    private final Publications publications;
    private final ReviewQueue queue;
    private final ComplaintRows complaints;
    private final ActLog acts;
    private final ReviewSettings settings;
    private final InstantSource clock;

    Complaints(
            Publications publications,
            ReviewQueue queue,
            ComplaintRows complaints,
            ActLog acts,
            ReviewSettings settings,
            InstantSource clock) {
        this.publications = publications;
        this.queue = queue;
        this.complaints = complaints;
        this.acts = acts;
        this.settings = settings;
        this.clock = clock;
    }

    /** The caller has made sure that whoever writes can see the publication. */
    @Transactional
    public void report(PublicationId id, ComplaintRows.Words words) {
        Publication publication = publications.findForChange(id);
        Optional<Long> answered =
                complaints.dismissedSince(id, words.category(), clock.instant().minus(ANSWERED));
        add(
                answered.orElseGet(() -> queue.open(publication, CaseKind.REPORT, List.of(), null)
                        .id()),
                words);
    }

    /** The caller has made sure that whoever writes can see the publication. */
    @Transactional
    void notice(PublicationId id, ComplaintRows.Words words) {
        add(
                queue.open(publications.findForChange(id), CaseKind.NOTICE, List.of(), null)
                        .id(),
                words);
    }

    /**
     * The caller has made sure that the author writes.
     *
     * @throws ProblemException {@code wrong-state} where there is nothing to appeal against, or that was done already
     */
    @Transactional
    void appeal(PublicationId id, String text) {
        Publication publication = publications.findForChange(id);
        if (!mayAppeal(publication)) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    Choices.mayBeAppealed(publication)
                            ? "This decision was appealed against already."
                            : "This publication is " + publication.content().text()
                                    + ", and there is no decision that could be appealed against.");
        }
        add(
                queue.open(publication, CaseKind.APPEAL, List.of(), null).id(),
                new ComplaintRows.Words(Rule.OTHER, text, null, null));
    }

    /**
     * The caller has made sure that the author writes.
     *
     * @throws ProblemException {@code wrong-state} unless a notice is why it was taken down, or that was answered already
     */
    @Transactional
    void counterNotice(PublicationId id, ComplaintRows.Words words) {
        Publication publication = publications.findForChange(id);
        boolean isByNotice = acts.lastAgainst(publication.id())
                .filter(act -> isOf(CaseKind.NOTICE, act.caseId()))
                .isPresent();
        if (publication.content() != ContentState.TAKEN_DOWN || !isByNotice) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "There is no notice because of which this publication was taken down. Appeal instead.");
        }
        if (isAnswered(publication, CaseKind.COUNTER_NOTICE)) {
            throw new ProblemException(ProblemCode.WRONG_STATE, "This notice was answered already.");
        }
        add(queue.open(publication, CaseKind.COUNTER_NOTICE, List.of(), null).id(), words);
    }

    /** Once against each decision: who has appealed waits for the answer, and it stands. */
    boolean mayAppeal(Publication publication) {
        return Choices.mayBeAppealed(publication) && !isAnswered(publication, CaseKind.APPEAL);
    }

    /** Whether the author has brought a case of this kind since the last decision against them. */
    private boolean isAnswered(Publication publication, CaseKind kind) {
        long decided = acts.lastAgainst(publication.id()).map(Act::id).orElse(0L);
        return acts.of(publication.id()).stream()
                .filter(act -> act.action() == Action.OPEN && act.id() > decided)
                .anyMatch(act -> isOf(kind, act.caseId()));
    }

    /** Erases who wrote, once nobody has to be reached any more. */
    @Transactional
    public void eraseContacts() {
        int erased = complaints.eraseContacts(clock.instant().minus(settings.complaintPeriod()));
        if (erased > 0) {
            log.info("Names and addresses of {} complaints were erased", erased);
        }
    }

    private boolean isOf(CaseKind kind, @Nullable Long reviewCase) {
        return reviewCase != null && queue.require(reviewCase).kind() == kind;
    }

    private void add(long reviewCase, ComplaintRows.Words words) {
        complaints.add(reviewCase, words, clock.instant());
    }
}
