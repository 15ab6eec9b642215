package dev.slipway.server.review.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.model.terms.Terms;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.review.queue.Choices.Money;
import dev.slipway.server.testing.Manifests;
import java.math.BigInteger;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

public class ChoicesTest {
    private static final Address SOMEBODY = new Address("0x" + "11".repeat(20));
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Reason BY_PERSON = new Reason(ProblemCode.RULES_BROKEN, "spam");
    private static final Reason BY_CHAIN = new Reason(ProblemCode.PAYMENT_REQUIRED, "taken back");

    @ParameterizedTest
    @EnumSource(ContentState.class)
    void everyChoiceIsATransitionThatThereIs(ContentState content) {
        for (CaseKind kind : CaseKind.values()) {
            for (Publication publication : allOf(content)) {
                assertThat(Choices.of(kind, publication, Money.KEPT))
                        .allSatisfy(action -> assertThat(isPossible(action, content))
                                .as("%s of %s", action, content)
                                .isTrue());
            }
        }
    }

    @Test
    void whatWaitsForItsFirstShowingIsPublishedRejectedOrHeld() {
        assertThat(Choices.of(CaseKind.CHECK, at(ContentState.MODERATING), Money.KEPT))
                .containsExactlyInAnyOrder(Action.PUBLISH, Action.REJECT, Action.HOLD);
    }

    @Test
    void aReportIsDismissedOrItsFilmGoes() {
        assertThat(Choices.of(CaseKind.REPORT, at(ContentState.PUBLISHED), Money.KEPT))
                .containsExactlyInAnyOrder(Action.DISMISS, Action.HOLD, Action.TAKE_DOWN);
    }

    @Test
    void whatIsHeldByAPersonIsNotLeftThereByTheCaseThatHoldsIt() {
        assertThat(Choices.of(CaseKind.CHECK, at(ContentState.HELD, BY_PERSON, null), Money.KEPT))
                .containsExactlyInAnyOrder(Action.PUBLISH, Action.REJECT);
        assertThat(Choices.of(CaseKind.REPORT, at(ContentState.HELD, BY_PERSON, NOON), Money.KEPT))
                .containsExactlyInAnyOrder(Action.RESTORE, Action.TAKE_DOWN);
    }

    @Test
    void whatTheChainHoldsNobodyRestores() {
        assertThat(Choices.of(CaseKind.REPORT, at(ContentState.HELD, BY_CHAIN, NOON), Money.KEPT))
                .containsExactlyInAnyOrder(Action.TAKE_DOWN, Action.DISMISS);
    }

    @Test
    void whatAPersonDecidedMayBeAppealedAndWhatTheChainHoldsMayNot() {
        assertThat(Choices.mayBeAppealed(at(ContentState.HELD, BY_PERSON, null)))
                .isTrue();
        assertThat(Choices.mayBeAppealed(at(ContentState.HELD, BY_CHAIN, NOON))).isFalse();
        assertThat(Choices.mayBeAppealed(at(ContentState.TAKEN_DOWN))).isTrue();
        assertThat(Choices.mayBeAppealed(at(ContentState.PUBLISHED))).isFalse();
    }

    @Test
    void filesThatWereRefusedAreNoMatterOfOpinion() {
        Publication broken = at(ContentState.REJECTED, new Reason(ProblemCode.HASH_DIFFERS, "poster.webp"), null);
        assertThat(Choices.of(CaseKind.APPEAL, broken, Money.KEPT)).containsExactly(Action.DISMISS);
        assertThat(Choices.mayBeAppealed(broken)).isFalse();
    }

    @Test
    void whatWasPaidBackIsNotPublishedForNothing() {
        assertThat(Choices.of(CaseKind.APPEAL, at(ContentState.REJECTED, BY_PERSON, null), Money.KEPT))
                .containsExactlyInAnyOrder(Action.PUBLISH, Action.DISMISS);
        assertThat(Choices.of(
                        CaseKind.APPEAL, at(ContentState.REJECTED, BY_PERSON, null, PaymentState.REFUNDED), Money.KEPT))
                .containsExactly(Action.DISMISS);
    }

    @ParameterizedTest
    @EnumSource(PaymentState.class)
    void whatIsGoingBackIsNotPublishedForNothingHoweverYoungTheReturn(PaymentState payment) {
        assertThat(Choices.of(CaseKind.APPEAL, at(ContentState.REJECTED, BY_PERSON, null, payment), Money.RETURNED))
                .containsExactly(Action.DISMISS);
    }

    /** Only a refusal owes the price: else a stranger could stop any other publication with one wei. */
    @Test
    void aGiftStopsNothingThatWasNotRefused() {
        for (ContentState content : ContentState.values()) {
            if (content != ContentState.REJECTED) {
                assertThat(Choices.of(CaseKind.CHECK, at(content, BY_PERSON, null), Money.RETURNED))
                        .isEqualTo(Choices.of(CaseKind.CHECK, at(content, BY_PERSON, null), Money.KEPT));
            }
        }
    }

    @Test
    void whatIsOwedBackMayStillBePublishedWhileNothingOfItWentBack() {
        assertThat(Choices.of(
                        CaseKind.APPEAL,
                        at(ContentState.REJECTED, BY_PERSON, null, PaymentState.REFUNDING),
                        Money.KEPT))
                .containsExactlyInAnyOrder(Action.PUBLISH, Action.DISMISS);
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentState.class,
            names = {"REFUNDING", "REFUNDED"})
    void whatIsPaidBackIsNotRestored(PaymentState payment) {
        assertThat(Choices.of(
                        CaseKind.COUNTER_NOTICE, at(ContentState.TAKEN_DOWN, BY_PERSON, NOON, payment), Money.KEPT))
                .containsExactly(Action.DISMISS);
        assertThat(Choices.of(CaseKind.REPORT, at(ContentState.HELD, BY_PERSON, NOON, payment), Money.KEPT))
                .containsExactly(Action.TAKE_DOWN);
        assertThat(Choices.of(CaseKind.COUNTER_NOTICE, at(ContentState.TAKEN_DOWN), Money.KEPT))
                .containsExactlyInAnyOrder(Action.RESTORE, Action.DISMISS);
    }

    private static boolean isPossible(Action action, ContentState from) {
        return switch (action) {
            case PUBLISH ->
                from.mayBecome(ContentState.READY)
                        || from.mayBecome(ContentState.MODERATING)
                                && ContentState.MODERATING.mayBecome(ContentState.READY);
            case RESTORE -> from.mayBecome(ContentState.PUBLISHED) || from.mayBecome(ContentState.READY);
            case REJECT -> from.mayBecome(ContentState.REJECTED);
            case HOLD -> from.mayBecome(ContentState.HELD);
            case TAKE_DOWN -> from.mayBecome(ContentState.TAKEN_DOWN);
            case DISMISS -> true;
            default -> false;
        };
    }

    private static List<Publication> allOf(ContentState content) {
        Set<ProblemCode> codes =
                EnumSet.of(ProblemCode.RULES_BROKEN, ProblemCode.PAYMENT_REQUIRED, ProblemCode.HASH_DIFFERS);
        return codes.stream()
                .flatMap(code ->
                        Stream.of(at(content, new Reason(code, "x"), null), at(content, new Reason(code, "x"), NOON)))
                .toList();
    }

    private static Publication at(ContentState content) {
        return at(content, null, null);
    }

    private static Publication at(ContentState content, @Nullable Reason reason, @Nullable Instant publishedAt) {
        return at(content, reason, publishedAt, PaymentState.CONFIRMED);
    }

    public static Publication at(
            ContentState content, @Nullable Reason reason, @Nullable Instant publishedAt, PaymentState payment) {
        Terms terms = new Terms(1, "http://x", SOMEBODY, Terms.PLAIN_RAIL, 1, SOMEBODY, "1", 1, NOON, 1, 1500, "rules");
        return new Publication(
                new PublicationId(UUID.randomUUID()),
                1,
                SOMEBODY,
                Manifests.small(),
                new PublicationForm("A ship", "", List.of()),
                terms,
                null,
                null,
                content,
                new PaymentStanding(payment, BigInteger.ONE, 2, null),
                reason,
                NOON,
                publishedAt);
    }
}
