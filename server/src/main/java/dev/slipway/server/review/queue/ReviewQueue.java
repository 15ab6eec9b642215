package dev.slipway.server.review.queue;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.configuration.IdentitySettings;
import dev.slipway.server.configuration.ReviewSettings;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.ContentChanged;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.queue.ReviewCase.Closing;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a person. Each change locks the publication first, then the case. */
@Service
public class ReviewQueue {
    private static final Logger log = LoggerFactory.getLogger(ReviewQueue.class);
    private static final Reason IN_REVIEW = new Reason(
            ProblemCode.IN_REVIEW,
            "A person looks at this video before it is shown. Nothing is needed of you, and you are told what comes of it.");

    /** Where nobody has to decide any more. */
    private static final Set<ContentState> OVER = EnumSet.of(
            ContentState.REJECTED,
            ContentState.TAKEN_DOWN,
            ContentState.CANCELLED,
            ContentState.EXPIRED,
            ContentState.DELETED);

    private static final Set<ContentState> DECIDABLE =
            EnumSet.of(ContentState.MODERATING, ContentState.READY, ContentState.PUBLISHED, ContentState.HELD);

    private final Publications publications;
    private final CaseRows cases;
    private final ActLog acts;
    private final ReviewSettings settings;
    private final IdentitySettings people;
    private final InstantSource clock;

    ReviewQueue(
            Publications publications,
            CaseRows cases,
            ActLog acts,
            ReviewSettings settings,
            IdentitySettings people,
            InstantSource clock) {
        this.publications = publications;
        this.cases = cases;
        this.acts = acts;
        this.settings = settings;
        this.people = people;
        this.clock = clock;
    }

    /** Brings what the checks found before a person, unless the publication has moved on. Idempotent. */
    @Transactional
    public void bring(PublicationId id, List<ReviewCause> causes) {
        Publication publication = publications.findForChange(id);
        if (publication.content() != ContentState.MODERATING) {
            return;
        }
        open(publication, CaseKind.CHECK, causes, null);
        publications.explainContent(id, IN_REVIEW);
        if (people.moderators().isEmpty() && people.operators().isEmpty()) {
            log.warn(
                    "Publication {} waits for a person, and this server has neither moderators nor operators: set"
                            + " SLIPWAY_MODERATORS",
                    id);
        }
    }

    /**
     * Brings what was found after the checks before a person, also where the video is shown already: it stays so until
     * somebody decides. Does nothing where there is nothing to decide any more. Idempotent.
     */
    @Transactional
    public void bringAgain(PublicationId id, ReviewCause cause) {
        Publication publication = publications.findForChange(id);
        if (!DECIDABLE.contains(publication.content())) {
            return;
        }
        ReviewCase open = open(publication, CaseKind.CHECK, List.of(cause), null);
        if (!open.causes().contains(cause)) {
            cases.addCause(open.id(), cause);
        }
    }

    /** The open case of that kind, opened now where there was none. The caller has locked the publication. */
    public ReviewCase open(Publication publication, CaseKind kind, List<ReviewCause> causes, @Nullable UUID account) {
        boolean isNew = cases.open(publication.id(), kind, causes, clock.instant());
        ReviewCase open = cases.findOpen(publication.id(), kind).orElseThrow();
        if (isNew) {
            acts.write(ActLog.Entry.of(Action.OPEN, open, account));
        }
        return open;
    }

    /**
     * By a moderator's own motion.
     *
     * @throws ProblemException {@code wrong-state} where there is nothing to decide, such as of a draft or what was erased
     */
    @Transactional
    public ReviewCase openFor(PublicationId id, UUID account) {
        Publication publication = publications.findForChange(id);
        if (Choices.of(CaseKind.MODERATOR, publication, Choices.Money.KEPT).equals(Set.of(Action.DISMISS))) {
            throw new ProblemException(
                    ProblemCode.WRONG_STATE,
                    "This publication is " + publication.content().text() + ": there is nothing to decide about it.");
        }
        ReviewCase open = open(publication, CaseKind.MODERATOR, List.of(), account);
        return claim(open.id(), account);
    }

    /** @throws ProblemException {@code not-found} */
    @Transactional(readOnly = true)
    public ReviewCase require(long id) {
        return cases.find(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no case " + id + "."));
    }

    /**
     * Gives the case to the account alone for a while, or for a while longer.
     *
     * @throws ProblemException {@code conflict} where somebody else has it, {@code wrong-state} where it is closed
     */
    @Transactional
    public ReviewCase claim(long id, UUID account) {
        Instant now = clock.instant();
        ReviewCase before = require(id);
        if (!cases.claim(id, account, now.plus(settings.claimPeriod()), now)) {
            throw isClosed(id)
                    ? closed()
                    : new ProblemException(ProblemCode.CONFLICT, "Somebody else is at this case. Take another one.");
        }
        if (!before.isClaimedBy(account)) {
            acts.write(ActLog.Entry.of(Action.CLAIM, before, account));
        }
        return require(id);
    }

    /** Does nothing where it is not the account's. */
    @Transactional
    public void release(long id, UUID account) {
        ReviewCase released = require(id);
        if (cases.release(id, account)) {
            acts.write(ActLog.Entry.of(Action.RELEASE, released, account));
        }
    }

    public static ProblemException closed() {
        return new ProblemException(ProblemCode.WRONG_STATE, "This case is closed already.");
    }

    private boolean isClosed(long id) {
        return !require(id).isOpen();
    }

    /**
     * Within the transaction of the change: what nobody has to decide any more is closed by itself, but what the author
     * brought, which deserves an answer. Refusals by the lists are noted, for the log holds every act.
     */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        Publication publication = changed.publication();
        boolean byLists = changed.before() == ContentState.MODERATING
                && publication.content() == ContentState.REJECTED
                && !isByPerson(publication);
        if (byLists) {
            noteRefusal(publication, changed.before());
        }
        boolean isOver = OVER.contains(publication.content());
        for (ReviewCase open : cases.of(publication.id())) {
            boolean isMoot = open.isOpen()
                    && switch (open.kind()) {
                        case CHECK -> isOver || isThrough(publication);
                        case REPORT, NOTICE, MODERATOR -> isOver;
                        case APPEAL, COUNTER_NOTICE ->
                            isOver
                                    && publication.content() != ContentState.REJECTED
                                    && publication.content() != ContentState.TAKEN_DOWN;
                    };
            if (isMoot && cases.close(open.id(), new Closing(clock.instant(), Action.MOOT))) {
                acts.write(ActLog.Entry.of(Action.MOOT, open, null));
            }
        }
    }

    /** For the first time: what was found in a video that was shown already stays a question. */
    private static boolean isThrough(Publication publication) {
        return publication.content() == ContentState.READY && publication.publishedAt() == null;
    }

    private void noteRefusal(Publication publication, ContentState before) {
        long act = acts.write(
                new ActLog.Entry(Action.REJECT, publication.id(), null, null, null, before, publication.content()));
        Reason reason = publication.problem();
        if (reason != null) {
            acts.explain(act, reason.message());
        }
    }

    private static boolean isByPerson(Publication publication) {
        Reason reason = publication.problem();
        return reason != null && reason.code() == ProblemCode.RULES_BROKEN;
    }
}
