package dev.slipway.server.review.queue;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.publication.Publication;
import java.util.EnumSet;
import java.util.Set;

/** By what a case can be decided, as its publication stands. A pure rule. */
public final class Choices {
    /** What a person may see otherwise than the server did. What is wrong with the files themselves is not among it. */
    private static final Set<ProblemCode> OF_OPINION =
            EnumSet.of(ProblemCode.TEXT_REFUSED, ProblemCode.CONTENT_BLOCKED, ProblemCode.RULES_BROKEN);

    private Choices() {}

    /** Whether something of what was paid is in a block on its way back, however young. */
    public enum Money {
        KEPT,
        RETURNED
    }

    public static Set<Action> of(CaseKind kind, Publication publication, Money money) {
        EnumSet<Action> choices = EnumSet.noneOf(Action.class);
        switch (publication.content()) {
            case MODERATING -> choices.addAll(EnumSet.of(Action.PUBLISH, Action.REJECT, Action.HOLD));
            case READY -> choices.addAll(EnumSet.of(Action.REJECT, Action.HOLD));
            case PUBLISHED -> choices.addAll(EnumSet.of(Action.HOLD, Action.TAKE_DOWN));
            case HELD -> choices.addAll(ofHeld(publication));
            case REJECTED -> {
                // The refusal owes it back: who has got it, whole or not, pays anew.
                if (wasOfOpinion(publication)
                        && money == Money.KEPT
                        && publication.payment().state() != PaymentState.REFUNDED) {
                    choices.add(Action.PUBLISH);
                }
            }
            case TAKEN_DOWN -> {
                if (!publication.payment().state().isRefund()) {
                    choices.add(Action.RESTORE);
                }
            }
            case DRAFT, UPLOADING, VERIFYING, CANCELLED, EXPIRED, DELETED -> {
                // There is nothing to decide.
            }
        }
        if (mayStayAsItIs(kind, publication)) {
            choices.add(Action.DISMISS);
        }
        return choices;
    }

    /** What the author brought can be dismissed always: then the decision stands. */
    private static boolean mayStayAsItIs(CaseKind kind, Publication publication) {
        if (kind.isAgainstDecision()) {
            return true;
        }
        boolean isHeldByPerson = publication.content() == ContentState.HELD && !isHeldForPayment(publication);
        return !isHeldByPerson && (kind != CaseKind.CHECK || publication.content() != ContentState.MODERATING);
    }

    /** Whether the last decision about it can be brought before a person again. */
    public static boolean mayBeAppealed(Publication publication) {
        return switch (publication.content()) {
            case REJECTED -> wasOfOpinion(publication);
            case TAKEN_DOWN -> true;
            case HELD -> !isHeldForPayment(publication);
            case DRAFT, UPLOADING, VERIFYING, MODERATING, READY, PUBLISHED, CANCELLED, EXPIRED, DELETED -> false;
        };
    }

    private static Set<Action> ofHeld(Publication publication) {
        if (publication.publishedAt() == null) {
            return EnumSet.of(Action.PUBLISH, Action.REJECT);
        }
        return isHeldForPayment(publication) || publication.payment().state().isRefund()
                ? EnumSet.of(Action.TAKE_DOWN)
                : EnumSet.of(Action.RESTORE, Action.TAKE_DOWN);
    }

    private static boolean wasOfOpinion(Publication publication) {
        Reason reason = publication.problem();
        return reason != null && OF_OPINION.contains(reason.code());
    }

    private static boolean isHeldForPayment(Publication publication) {
        Reason reason = publication.problem();
        return reason != null && reason.code() == ProblemCode.PAYMENT_REQUIRED;
    }
}
