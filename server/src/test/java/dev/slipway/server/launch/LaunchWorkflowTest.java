package dev.slipway.server.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.moderation.Moderator;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.verification.Verifier;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@ServerTest
@Import(ScriptedChecks.class)
class LaunchWorkflowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Publications publications;
    private final ScriptedChecks.Script script;
    private final ApiClient api;
    private final EthereumSignatures signatures;
    private PublicationId id = PublicationId.parse("00000000-0000-4000-8000-000000000000");

    @Autowired
    LaunchWorkflowTest(
            Publications publications,
            ScriptedChecks.Script script,
            EthereumSignatures signatures,
            @LocalServerPort int port) {
        this.publications = publications;
        this.script = script;
        this.signatures = signatures;
        this.api = new ApiClient(port);
    }

    @BeforeEach
    void draft() throws Exception {
        Author author = new Author(signatures);
        DraftReply draft = api.draft(author);
        api.signed(author, draft);
        id = draft.id();
    }

    @Test
    void aPaymentInABlockOpensTheUpload() {
        assertThat(now().content()).isEqualTo(ContentState.DRAFT);
        pay(PaymentState.CONFIRMING);
        assertThat(now().content()).isEqualTo(ContentState.UPLOADING);
    }

    @Test
    void aPaymentThatIsOnlySeenOpensNothing() {
        pay(PaymentState.SEEN);
        assertThat(now().content()).isEqualTo(ContentState.DRAFT);
    }

    @Test
    void whatIsPaidVerifiedAndPassedIsPublished() {
        pay(PaymentState.CONFIRMED);
        uploaded();
        awaitContent(ContentState.PUBLISHED);
        assertThat(now().publishedAt()).isNotNull();
    }

    @Test
    void whatIsReadyWaitsForTheLastConfirmation() {
        pay(PaymentState.CONFIRMING);
        uploaded();
        awaitContent(ContentState.READY);
        pay(PaymentState.CONFIRMED);
        assertThat(now().content()).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void aPaymentTakenBackHoldsThePublicationUntilItReturns() {
        pay(PaymentState.CONFIRMED);
        uploaded();
        awaitContent(ContentState.PUBLISHED);
        pay(PaymentState.AWAITING);
        assertThat(now().content()).isEqualTo(ContentState.HELD);
        pay(PaymentState.CONFIRMING);
        assertThat(now().content()).isEqualTo(ContentState.HELD);
        pay(PaymentState.CONFIRMED);
        assertThat(now().content()).isEqualTo(ContentState.PUBLISHED);
        assertThat(now().problem()).isNull();
    }

    @Test
    void aFileThatDoesNotHoldIsRejectedWithItsReason() {
        Reason reason = new Reason(ProblemCode.HASH_DIFFERS, "poster.webp is not the file that was signed.");
        script.verdict(id, attempt -> new Verifier.Verdict.Refused(reason));
        pay(PaymentState.CONFIRMED);
        uploaded();
        awaitContent(ContentState.REJECTED);
        assertThat(now().problem()).isEqualTo(reason);
    }

    @Test
    void aTextThatIsRefusedIsRejectedWithItsReason() {
        Reason reason = new Reason(ProblemCode.TEXT_REFUSED, "The title holds a word that is not allowed.");
        script.decision(id, new Moderator.Decision.Refused(reason));
        pay(PaymentState.CONFIRMED);
        uploaded();
        awaitContent(ContentState.REJECTED);
        assertThat(now().problem()).isEqualTo(reason);
    }

    @Test
    void whatAPersonHasToSeeWaitsForOneAndSaysSo() {
        script.decision(id, new Moderator.Decision.ForReview(List.of(new ReviewCause("text", "Look at it."))));
        pay(PaymentState.CONFIRMED);
        uploaded();
        await().atMost(PATIENCE).until(() -> now().problem() != null);
        assertThat(now().content()).isEqualTo(ContentState.MODERATING);
        assertThat(now().problem()).extracting(Reason::code).isEqualTo(ProblemCode.IN_REVIEW);
        publications.changeContent(id, ContentState.READY, null);
        awaitContent(ContentState.PUBLISHED);
        assertThat(now().problem()).isNull();
    }

    @Test
    void whoFindsAllWorkersBusyAsksAgain() {
        script.busyAtFirst(id);
        pay(PaymentState.CONFIRMED);
        uploaded();
        awaitContent(ContentState.PUBLISHED);
        assertThat(script.verifications(id)).isEqualTo(1);
    }

    @Test
    void anInterruptedVerificationIsTriedAgainAndNeverRejectsByItself() {
        script.verdict(id, attempt -> {
            if (attempt <= 2) {
                throw new Verifier.VerificationInterrupted("the worker was killed");
            }
            return new Verifier.Verdict.Accepted(List.of());
        });
        pay(PaymentState.CONFIRMED);
        uploaded();
        awaitContent(ContentState.PUBLISHED);
        assertThat(script.verifications(id)).isEqualTo(3);
    }

    @Test
    void aStepThatFailsForAnotherReasonIsTriedUntilItSucceeds() {
        script.verdict(id, attempt -> {
            if (attempt == 1) {
                throw new IllegalStateException("the disk was away");
            }
            return new Verifier.Verdict.Accepted(List.of());
        });
        pay(PaymentState.CONFIRMED);
        uploaded();
        awaitContent(ContentState.PUBLISHED);
    }

    private void uploaded() {
        publications.changeContent(id, ContentState.VERIFYING, null);
    }

    private void pay(PaymentState state) {
        publications.changePayment(id, new PaymentStanding(state, BigInteger.TEN.pow(15), 1, null));
    }

    private Publication now() {
        return publications.find(id).orElseThrow();
    }

    private void awaitContent(ContentState state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(now().content()).isEqualTo(state));
    }
}
