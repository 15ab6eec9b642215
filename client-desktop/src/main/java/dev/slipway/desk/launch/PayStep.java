package dev.slipway.desk.launch;

import dev.slipway.desk.browserwallet.PaymentOrder;
import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.pay.Payments;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.signing.PublishMessage;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has it paid, and waits until the server has seen that in a block. */
final class PayStep {
    /** How often the bytes are offered again while no block has them: pools forget. */
    private static final Duration BETWEEN_OFFERS = Duration.ofSeconds(30);

    static final Set<PaymentState> TO_PAY = EnumSet.of(PaymentState.AWAITING, PaymentState.PARTIAL);

    private final Run run;
    private final Hand hand;
    private final SignedManifest manifest;

    PayStep(Run run, Hand hand, SignedManifest manifest) {
        this.run = run;
        this.hand = hand;
        this.manifest = manifest;
    }

    PublicationStatus run() {
        run.steps().begin(Step.PAY);
        PublicationStatus status = run.status();
        requireInTime(status);
        Run.requireAlive(status);
        if (!isOpen(status)) {
            if (mustPay(status)) {
                pay(status);
            }
            status = awaitOpen();
        }
        report(status);
        return status;
    }

    /** A payment that somebody else made counts as well; then there is none of ours to make. */
    private boolean mustPay(PublicationStatus status) {
        PublicationStatus.@Nullable Payment payment = status.payment();
        return run.journal().entry().payment() != null
                || payment == null
                || TO_PAY.contains(payment.state())
                || payment.state() == PaymentState.REVERTED
                        && (run.request().replaced() == LaunchRequest.Replaced.PAID_ANEW || hand.isStillDue(payment));
    }

    private void pay(PublicationStatus status) {
        Terms terms = run.draft().terms();
        PaymentOrder order = new PaymentOrder(
                terms,
                run.missing(status),
                run.signing().reference(),
                run.journal().entry().form().title());
        hand.pay(bill(order), order, status);
    }

    private Bill bill(PaymentOrder order) {
        return new Bill(
                order.terms(),
                message(order.terms()),
                order.reference(),
                run.draft().termsText(),
                () -> Payments.quote(run.chain(), run.author(), order.terms(), order.reference(), order.amount()));
    }

    /** As it was signed. */
    private PublishMessage message(Terms terms) {
        JournalEntry.Signing signing = run.signing();
        return new PublishMessage(
                terms.audience(),
                run.publication(),
                run.draft().reply().nonce(),
                run.author(),
                manifest.hash(),
                run.journal().entry().form().hash(),
                run.draft().termsHash(),
                signing.refundTo(),
                signing.salt(),
                signing.deadline());
    }

    private PublicationStatus awaitOpen() {
        Instant begun = run.dock().clock().instant();
        Instant end = hand.patience(run.draft().terms(), begun);
        boolean isOver;
        do {
            // Looked at before the question, so that the last answer is of a time when the wait was over.
            isOver = !run.dock().clock().instant().isBefore(end);
            Optional<PublicationStatus> open =
                    run.watch().await(run.publication(), run.grant(), this::heard, BETWEEN_OFFERS);
            if (open.isPresent()) {
                return open.get();
            }
            hand.remind();
        } while (!isOver);
        throw new DeskException(
                ProblemCode.PAYMENT_REQUIRED,
                "The server has not seen the whole payment in a block for "
                        + Duration.between(begun, end).toMinutes()
                        + " minutes. The same command waits on; it does not pay again.");
    }

    private boolean heard(PublicationStatus status) {
        requireInTime(status);
        Run.requireAlive(status);
        PublicationStatus.@Nullable Payment payment = status.payment();
        if (payment != null) {
            if (payment.state() == PaymentState.REVERTED && !hand.isStillDue(payment)) {
                throw new DeskException(
                        ProblemCode.PAYMENT_REVERTED,
                        "The payment " + payment.transactionHash()
                                + " failed on chain: the amount stayed in the wallet,"
                                + " the fee did not. Nothing more is paid by itself; ask the operator of "
                                + run.server().origin() + " why their account refuses it, then repeat the command with"
                                + " --pay-anew.");
            }
            run.steps().progress(0.5, "payment " + payment.state().text());
        }
        hand.heard(status);
        return isOpen(status);
    }

    /** What comes after the offer's end and the server's grace opens nothing any more. */
    private void requireInTime(PublicationStatus status) {
        PublicationStatus.@Nullable Payment payment = status.payment();
        if (payment != null && status.cameTooLate()) {
            throw late(
                    "The payment " + payment.transactionHash()
                            + " reached the chain after the offer had ended, so that it opens nothing.",
                    payment);
        }
        if (status.content() != ContentState.EXPIRED) {
            return;
        }
        BigInteger came = payment == null ? BigInteger.ZERO : new BigInteger(payment.paid());
        if (came.signum() > 0) {
            throw late(
                    "Only " + money().text(came) + " of "
                            + money().text(new BigInteger(run.draft().terms().price()))
                            + " reached the chain before the offer ended, so that it opens nothing.",
                    payment);
        }
        JournalEntry entry = run.journal().entry();
        if (entry.payment() != null || entry.isAsked()) {
            throw late(
                    "The offer ended before the payment that was begun here was in a block. It may still come, and would"
                            + " open nothing; while a node has it waiting, nothing is paid anew.",
                    payment);
        }
        throw new DeskException(
                ProblemCode.TERMS_EXPIRED,
                "The offer ended, and the server has seen no payment in time. Go on, or repeat the command, for a new"
                        + " offer.");
    }

    private DeskException late(String what, PublicationStatus.@Nullable Payment payment) {
        return new DeskException(
                ProblemCode.PAYMENT_LATE,
                what + wayBack(payment)
                        + ". To publish all the same, repeat the command with --pay-anew: that gets a new offer and pays its"
                        + " whole price.");
    }

    private String wayBack(PublicationStatus.@Nullable Payment payment) {
        String whither = ChecksumAddress.of(run.signing().refundTo()) + "; its reference is "
                + run.signing().reference();
        return payment != null && payment.returned().signum() > 0
                ? " " + money().text(payment.returned()) + " of it were returned to " + whither
                : " Ask the operator of " + run.server().origin() + " to return it to " + whither;
    }

    private Money money() {
        return Money.of(run.draft().terms());
    }

    private static boolean isOpen(PublicationStatus status) {
        return status.content() != ContentState.DRAFT && status.content() != ContentState.EXPIRED;
    }

    /** Whoever paid more than was asked should know whom to ask for the rest. */
    private String tooMuch(PublicationStatus.@Nullable Payment payment) {
        BigInteger surplus = payment == null ? BigInteger.ZERO : payment.surplus();
        return surplus.signum() == 0
                ? ""
                : "; " + money().text(surplus) + " too much came: ask the operator of "
                        + run.server().origin() + " to return it to "
                        + ChecksumAddress.of(run.signing().refundTo());
    }

    private void report(PublicationStatus status) {
        Terms terms = run.draft().terms();
        PublicationStatus.@Nullable Payment payment = status.payment();
        Optional<Bytes32> ours = run.journal().entry().transaction();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("price", terms.price());
        if (terms.token() != null) {
            facts.put("token", terms.token().address().hex());
        }
        ours.ifPresent(hash -> facts.put("transactionHash", hash.hex()));
        String seen = payment == null
                ? "paid"
                : payment.state().text() + " " + payment.confirmations() + "/" + payment.confirmationsNeeded();
        run.steps()
                .finish(
                        money().text(new BigInteger(terms.price())) + " to " + ChecksumAddress.of(terms.recipient())
                                + ", " + seen
                                + tooMuch(payment)
                                + ours.map(hash -> "; transaction " + hash).orElse(""),
                        facts);
    }
}
