package dev.slipway.server.launch;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.model.publication.PublishGate;
import dev.slipway.server.database.Jobs;
import dev.slipway.server.moderation.Moderator;
import dev.slipway.server.publication.ContentChanged;
import dev.slipway.server.publication.PaymentChanged;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.Reviews;
import dev.slipway.server.verification.Verifier;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The story of a publication: paid → upload → verify → moderate → ready → published, and held while its payment is
 * taken back. Each change of state queues the next step in its own transaction; a step that was cut off by a crash
 * runs again from its start, and one that is no longer wanted does nothing.
 */
@Component
class LaunchWorkflow {
    private static final Logger log = LoggerFactory.getLogger(LaunchWorkflow.class);

    /** How long a publication waits before it asks again for a free worker. */
    private static final Duration WORKER_WAIT = Duration.ofSeconds(3);

    private final Publications publications;
    private final Verifier verifier;
    private final Moderator moderator;
    private final Reviews reviews;
    private final Jobs jobs;
    private final InstantSource clock;

    LaunchWorkflow(
            Publications publications,
            Verifier verifier,
            Moderator moderator,
            Reviews reviews,
            Jobs jobs,
            InstantSource clock) {
        this.publications = publications;
        this.verifier = verifier;
        this.moderator = moderator;
        this.reviews = reviews;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Within the transaction of the change. */
    @EventListener
    void onPaymentChanged(PaymentChanged changed) {
        Publication publication = changed.publication();
        if (isOver(publication)) {
            publications.changeContent(publication.id(), ContentState.EXPIRED, null);
        } else if (mayUpload(publication)) {
            publications.changeContent(publication.id(), ContentState.UPLOADING, null);
        } else if (PublishGate.mustHold(
                publication.content(), publication.payment().state())) {
            hold(publication);
        } else if (isHeldForPayment(publication) && wouldBeOpen(publication)) {
            publications.changeContent(publication.id(), ContentState.READY, null);
        } else {
            publishIfOpen(publication);
        }
    }

    /** Within the transaction of the change. */
    @EventListener
    void onContentChanged(ContentChanged changed) {
        Publication publication = changed.publication();
        log.info(
                "Publication {}: {} → {}",
                publication.id(),
                changed.before().text(),
                publication.content().text());
        switch (publication.content()) {
            case VERIFYING -> jobs.now(Step.VERIFY, Step.of(publication).instance());
            case MODERATING -> jobs.now(Step.MODERATE, Step.of(publication).instance());
            case READY -> publishIfOpen(publication);
            case DRAFT, UPLOADING, PUBLISHED, REJECTED, HELD, TAKEN_DOWN, CANCELLED, EXPIRED, DELETED -> {
                // The author, a moderator or the chain moves these on.
            }
        }
    }

    /**
     * Outside of any transaction: it may take minutes. An interrupted verification fails the job, which is tried again
     * after a pause that grows.
     */
    void verify(Step step) {
        Publication publication = current(step.publication());
        if (!step.isDue(publication, ContentState.VERIFYING)) {
            return;
        }
        Optional<Verifier.Verdict> verdict = verifier.verify(publication);
        if (verdict.isEmpty()) {
            jobs.at(clock.instant().plus(WORKER_WAIT), Step.VERIFY, step.again().instance());
            return;
        }
        switch (verdict.get()) {
            case Verifier.Verdict.Accepted accepted ->
                publications.changeContent(publication.id(), ContentState.MODERATING, null);
            case Verifier.Verdict.Refused refused ->
                publications.changeContent(publication.id(), ContentState.REJECTED, refused.reason());
        }
    }

    void moderate(Step step) {
        Publication publication = current(step.publication());
        if (!step.isDue(publication, ContentState.MODERATING)) {
            return;
        }
        switch (moderator.review(publication)) {
            case Moderator.Decision.Passed passed ->
                publications.changeContent(publication.id(), ContentState.READY, null);
            case Moderator.Decision.ForReview(var causes) -> reviews.bring(publication.id(), causes);
            case Moderator.Decision.Refused refused ->
                publications.changeContent(publication.id(), ContentState.REJECTED, refused.reason());
        }
    }

    private Publication current(PublicationId id) {
        return publications.find(id).orElseThrow(() -> new IllegalStateException("publication " + id + " is gone"));
    }

    /** An expired draft whose payment was in time after all is opened again. */
    private static boolean mayUpload(Publication publication) {
        boolean waits = publication.content() == ContentState.DRAFT || publication.content() == ContentState.EXPIRED;
        return waits
                && !publication.isAbandoned()
                && publication.payment().state().opensUpload();
    }

    /** Its payment goes back, so that nothing it could wait for will come. */
    private static boolean isOver(Publication publication) {
        boolean waits = publication.content() == ContentState.DRAFT || publication.content() == ContentState.UPLOADING;
        return waits && publication.payment().state().isRefund();
    }

    private void publishIfOpen(Publication publication) {
        if (PublishGate.isOpen(publication.content(), publication.payment().state())) {
            publications.changeContent(publication.id(), ContentState.PUBLISHED, null);
        }
    }

    private void hold(Publication publication) {
        publications.changeContent(
                publication.id(),
                ContentState.HELD,
                new Reason(
                        ProblemCode.PAYMENT_REQUIRED,
                        "The chain took the payment back. The video is shown again once the payment is confirmed."));
    }

    /** Held by the chain and not by a moderator, whose holds end by a moderator's hand only. */
    private static boolean isHeldForPayment(Publication publication) {
        Reason reason = publication.problem();
        return publication.content() == ContentState.HELD
                && reason != null
                && reason.code() == ProblemCode.PAYMENT_REQUIRED;
    }

    private static boolean wouldBeOpen(Publication publication) {
        return PublishGate.isOpen(ContentState.READY, publication.payment().state());
    }
}
