package dev.slipway.desk.launch;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.step.Steps;
import dev.slipway.desk.pay.TimeToPay;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.desk.server.ServerApi;
import dev.slipway.desk.server.ServerProblem;
import dev.slipway.desk.server.StatusWatch;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One launch under way: what every step needs. */
record Run(LaunchRequest request, Contact contact, Crew crew, Journal journal) {
    /** Of what only a node can tell, and tells only when it is asked. */
    static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** What it is done with, who may stop it and who hears. */
    record Crew(Dock dock, CancelSignal cancel, Steps steps) {}

    Dock dock() {
        return crew.dock();
    }

    CancelSignal cancel() {
        return crew.cancel();
    }

    Steps steps() {
        return crew.steps();
    }

    ServerApi server() {
        return contact.server();
    }

    Chain chain() {
        return contact.chain();
    }

    StatusWatch watch() {
        return new StatusWatch(server(), cancel(), dock().clock());
    }

    PublicationId publication() {
        return agreed(journal.entry().draft() == null ? null : draft().reply().id());
    }

    ReceivedDraft draft() {
        return ReceivedDraft.parse(agreed(journal.entry().draft()));
    }

    /** For whom the offer was made; journals that do not say so have the signature to tell. */
    Address author() {
        @Nullable Address author = journal.entry().author();
        return author != null
                ? author
                : agreed(Eip712.recover(signing().reference(), signing().signature())
                        .orElse(null));
    }

    JournalEntry.Signing signing() {
        return agreed(journal.entry().signing());
    }

    String grant() {
        return agreed(journal.entry().grant());
    }

    PublicationStatus status() {
        return server().status(publication(), grant());
    }

    /** In the unit of the price: what somebody else has paid of the price already is not paid again. */
    BigInteger missing(PublicationStatus status) {
        BigInteger price = new BigInteger(draft().terms().price());
        PublicationStatus.@Nullable Payment payment = status.payment();
        return payment == null
                ? price
                : price.subtract(new BigInteger(payment.paid())).max(BigInteger.ZERO);
    }

    /** Whether the server has seen nothing that counts or may count. */
    static boolean isNothingSeen(PublicationStatus status) {
        PublicationStatus.@Nullable Payment seen = status.payment();
        return seen == null || seen.state() == PaymentState.AWAITING || seen.state() == PaymentState.REVERTED;
    }

    /** Whether a transaction was made since, which the server has not seen yet. */
    boolean isBehind(PublicationStatus.Payment seen) {
        return journal.entry()
                .transaction()
                .map(ours -> !ours.equals(seen.transactionHash()))
                .orElse(false);
    }

    /** Whether a token kept a part of our payment, so that another is needed; as sure of its block as the server is. */
    boolean isShort(PublicationStatus.Payment seen) {
        return seen.state() == PaymentState.PARTIAL
                && seen.token() != null
                && journal.entry().transaction().equals(Optional.ofNullable(seen.transactionHash()))
                && seen.confirmations() >= seen.confirmationsNeeded();
    }

    /** @param advice what can be done about it */
    void requireNotShort(PublicationStatus status, String advice) {
        PublicationStatus.@Nullable Payment seen = status.payment();
        if (seen != null && isShort(seen)) {
            Money money = Money.of(draft().terms());
            throw new DeskException(
                    ProblemCode.PAYMENT_REQUIRED,
                    "Of the payment " + seen.transactionHash()
                            + " only a part reached the recipient, because the token keeps some of what it moves: "
                            + money.text(new BigInteger(seen.paid())) + " of "
                            + money.text(new BigInteger(seen.price())) + " are there. " + advice);
        }
    }

    /**
     * Until nothing that the author sent waits for a block: it may use up what a token allows, or the number of the next
     * permit, and both are known only from blocks.
     */
    void awaitNothingWaiting() {
        Address author = author();
        while (chain().nextNonce(author).compareTo(chain().minedNonce(author)) > 0) {
            if (!TimeToPay.isLeft(draft().terms(), dock().clock().instant())) {
                throw new DeskException(
                        ProblemCode.TERMS_EXPIRED,
                        "An earlier transaction of the wallet " + author
                                + " still waits for a block, and the server's offer"
                                + " is over meanwhile. Nothing was paid: run the same command again for a new offer.");
            }
            steps().progress(0, "waiting for an earlier transaction of the wallet");
            cancel().pause(BETWEEN_LOOKS);
        }
    }

    /** Tells the server where to look; it watches the chain with or without it. */
    void hint(Bytes32 transaction) {
        try {
            server().hintPayment(publication(), grant(), transaction);
        } catch (ServerProblem e) {
            steps().progress(0, "the server did not take the hint: " + e.getMessage());
        }
    }

    /** @throws DeskException when the publication ended in a way that only a person can change */
    static void requireAlive(PublicationStatus status) {
        ContentState content = status.content();
        if (content == ContentState.PUBLISHED || !content.isSettled() && content != ContentState.HELD) {
            return;
        }
        PublicationStatus.@Nullable Reason reason = status.problem();
        String why = reason == null ? "." : ": " + reason.message();
        throw new DeskException(
                reason == null ? ProblemCode.WRONG_STATE : reason.code(),
                "The publication " + status.id() + " is " + content.text() + why);
    }

    private static <T> T agreed(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a step ran before the one that it builds on");
        }
        return value;
    }
}
