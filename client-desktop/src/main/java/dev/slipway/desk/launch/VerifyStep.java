package dev.slipway.desk.launch;

import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationStatus;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Waits while the server checks the files and the payment is confirmed, until the page is there. */
final class VerifyStep {
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final Run run;

    VerifyStep(Run run) {
        this.run = run;
    }

    Published run() {
        run.steps().begin(Step.VERIFY);
        PublicationStatus status = run.watch()
                .await(run.publication(), run.grant(), this::heard, PATIENCE)
                .orElseThrow(() -> new DeskException(
                        ProblemCode.SERVER_UNREACHABLE,
                        "The server has not decided in " + PATIENCE.toHours()
                                + " hours. Everything is uploaded and paid: the same command waits on."));
        Published published = published(run, status);
        run.journal().change(entry -> entry.withPublished(published));
        run.steps()
                .finish(
                        "published",
                        Map.of("publicationId", published.publicationId().toString()));
        return published;
    }

    private boolean heard(PublicationStatus status) {
        Run.requireAlive(status);
        run.steps().move(isBeforeAPerson(status) ? Step.REVIEW : Step.VERIFY);
        PublicationStatus.@Nullable Payment payment = status.payment();
        String confirmations = payment == null
                ? ""
                : ", payment " + payment.state().text() + " " + payment.confirmations() + "/"
                        + payment.confirmationsNeeded();
        run.steps().progress(fraction(status.content()), status.content().text() + confirmations);
        return status.content() == ContentState.PUBLISHED;
    }

    private static boolean isBeforeAPerson(PublicationStatus status) {
        PublicationStatus.@Nullable Reason reason = status.problem();
        return status.content() == ContentState.MODERATING && reason != null && reason.code() == ProblemCode.IN_REVIEW;
    }

    private static double fraction(ContentState content) {
        return switch (content) {
            case VERIFYING -> 0.2;
            case MODERATING -> 0.6;
            case READY -> 0.8;
            case PUBLISHED -> 1;
            case DRAFT, UPLOADING, REJECTED, HELD, TAKEN_DOWN, CANCELLED, EXPIRED, DELETED -> 0;
        };
    }

    /** The addresses as the server gives them now. */
    static Published published(Run run, PublicationStatus status) {
        PublicationStatus.@Nullable Payment payment = status.payment();
        @Nullable Bytes32 seen = payment == null ? null : payment.transactionHash();
        @Nullable Bytes32 transaction = run.journal().entry().transaction().orElse(seen);
        return new Published(
                status.id(),
                address(run, status.watchUrl(), "/watch/" + status.id()),
                address(run, status.playlistUrl(), "/media/" + status.id() + "/master.m3u8"),
                transaction,
                run.signing().reference());
    }

    private static String address(Run run, @Nullable String given, String usual) {
        return run.server().origin().resolve(given == null ? usual : given).toString();
    }
}
