package dev.slipway.model.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatesTest {

    @Test
    void nothingIsPublishedWithoutBeingCheckedFirst() {
        Set<ContentState> withoutReady =
                reachable(ContentState.DRAFT, EnumSet.of(ContentState.READY, ContentState.HELD));

        assertThat(withoutReady).doesNotContain(ContentState.PUBLISHED).contains(ContentState.MODERATING);
    }

    @Test
    void whatWasRejectedComesBackOnlyThroughAPerson() {
        Set<ContentState> withoutModeration = reachable(ContentState.REJECTED, EnumSet.of(ContentState.MODERATING));

        assertThat(withoutModeration).containsOnly(ContentState.REJECTED, ContentState.DELETED);
    }

    @Test
    void deletedIsTheEnd() {
        assertThat(reachable(ContentState.DELETED, EnumSet.noneOf(ContentState.class)))
                .containsOnly(ContentState.DELETED);
    }

    @Test
    void everyStateCanBeReachedFromADraft() {
        assertThat(reachable(ContentState.DRAFT, EnumSet.noneOf(ContentState.class)))
                .containsExactlyInAnyOrder(ContentState.values());
    }

    @Test
    void theGateOpensOnlyForCheckedContentAndConfirmedMoney() {
        for (ContentState content : ContentState.values()) {
            for (PaymentState payment : PaymentState.values()) {
                boolean expected = content == ContentState.READY
                        && (payment == PaymentState.CONFIRMED || payment == PaymentState.OVER);
                assertThat(PublishGate.isOpen(content, payment))
                        .as("%s %s", content, payment)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void anUnreachableNodeHidesNothing() {
        assertThat(PublishGate.mustHold(ContentState.PUBLISHED, PaymentState.UNKNOWN))
                .isFalse();
        assertThat(PublishGate.mustHold(ContentState.PUBLISHED, PaymentState.AWAITING))
                .isTrue();
        assertThat(PublishGate.mustHold(ContentState.READY, PaymentState.AWAITING))
                .isFalse();
    }

    @Test
    void aRefundIsBegunBeforeItIsEndedAndItsEndIsTakenBackThroughItsBeginning() {
        assertThat(Arrays.stream(PaymentState.values()).filter(state -> state.mayBecome(PaymentState.REFUNDED)))
                .containsExactly(PaymentState.REFUNDING);
        assertThat(Arrays.stream(PaymentState.values()).filter(PaymentState.REFUNDED::mayBecome))
                .containsExactly(PaymentState.REFUNDING);
        assertThat(PaymentState.REFUNDING.mayBecome(PaymentState.AWAITING))
                .as("a reorganisation takes the payment back")
                .isTrue();
        assertThat(PaymentState.CONFIRMED.mayBecome(PaymentState.AWAITING)).isTrue();
    }

    @Test
    void aRefundOpensNothingAndHidesNothing() {
        for (PaymentState state : PaymentState.values()) {
            if (state.isRefund()) {
                assertThat(state.opensUpload()).isFalse();
                assertThat(PublishGate.mustHold(ContentState.PUBLISHED, state)).isFalse();
            }
        }
    }

    /** They stand in databases and in answers that desks of last year read. */
    @Test
    void theTextFormsStayAsTheyAre() {
        assertThat(Arrays.stream(ContentState.values()).map(ContentState::text))
                .contains("draft", "uploading", "published", "taken-down", "deleted")
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[a-z]+(-[a-z]+)*"));
        assertThat(Arrays.stream(PaymentState.values()).map(PaymentState::text))
                .contains("awaiting", "confirmed", "refunded")
                .doesNotHaveDuplicates()
                .allMatch(text -> text.matches("[a-z]+(-[a-z]+)*"));
    }

    @Test
    void nothingMoreHappensByItselfOnceItIsShownOrOver() {
        assertThat(Arrays.stream(ContentState.values()).filter(ContentState::isSettled))
                .contains(
                        ContentState.PUBLISHED,
                        ContentState.REJECTED,
                        ContentState.TAKEN_DOWN,
                        ContentState.CANCELLED,
                        ContentState.EXPIRED,
                        ContentState.DELETED)
                .doesNotContain(
                        ContentState.DRAFT,
                        ContentState.UPLOADING,
                        ContentState.VERIFYING,
                        ContentState.MODERATING,
                        ContentState.READY,
                        ContentState.HELD);
    }

    private static Set<ContentState> reachable(ContentState from, Set<ContentState> closed) {
        Set<ContentState> seen = EnumSet.of(from);
        ArrayDeque<ContentState> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            ContentState state = open.remove();
            Arrays.stream(ContentState.values())
                    .filter(next -> state.mayBecome(next) && !closed.contains(next) && seen.add(next))
                    .forEach(open::add);
        }
        return seen;
    }
}
