package dev.slipway.desk.launch;

import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.pay.Payments;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.server.ServerProblem;
import dev.slipway.model.ethereum.Address;
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

/**
 * Pays once. The signed transaction is in the journal before it leaves, and only those bytes are ever sent, so that
 * a kill at any moment cannot become a second payment.
 */
final class PayStep {
    /** How often the bytes are offered again while no block has them: pools forget. */
    private static final Duration BETWEEN_OFFERS = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Set<PaymentState> TO_PAY = EnumSet.of(PaymentState.AWAITING, PaymentState.PARTIAL);

    private final Run run;
    private final SignedManifest manifest;

    PayStep(Run run, SignedManifest manifest) {
        this.run = run;
        this.manifest = manifest;
    }

    void run() {
        run.steps().begin(Step.PAY);
        PublicationStatus status = run.status();
        Run.requireAlive(status);
        if (!isOpen(status)) {
            if (mustPay(status)) {
                pay(status);
            }
            status = awaitOpen();
        }
        report(status);
    }

    /** A payment that somebody else made counts as well; then there is none of ours to make. */
    private boolean mustPay(PublicationStatus status) {
        PublicationStatus.@Nullable Payment payment = status.payment();
        return run.journal().entry().payment() != null || payment == null || TO_PAY.contains(payment.state());
    }

    private void pay(PublicationStatus status) {
        Terms terms = run.draft().terms();
        try (WalletLock _ = WalletLock.take(
                run.dock().locks(), terms.chainId(), run.author().address(), run.cancel())) {
            forgetReplaced(status);
            if (run.journal().entry().payment() == null) {
                SignedTransaction signed = sign(terms, missing(terms, status));
                run.journal().change(entry -> entry.withPayment(signed));
            }
            run.cancel().throwIfCancelled();
            offer();
        }
    }

    /** What somebody else has paid of it already is not paid again. */
    private static BigInteger missing(Terms terms, PublicationStatus status) {
        BigInteger price = new BigInteger(terms.price());
        PublicationStatus.@Nullable Payment payment = status.payment();
        return payment == null
                ? price
                : price.subtract(new BigInteger(payment.paid())).max(BigInteger.ZERO);
    }

    private SignedTransaction sign(Terms terms, BigInteger amount) {
        Address author = run.author().address();
        Transfer transfer =
                new Payments(run.chain(), author).quote(terms, run.signing().reference(), amount);
        run.consent().ask(new Bill(terms, message(terms), run.signing().reference(), () -> transfer));
        return run.author().sign(transfer);
    }

    /** As it was signed. */
    private PublishMessage message(Terms terms) {
        JournalEntry.Signing signing = run.signing();
        return new PublishMessage(
                terms.audience(),
                run.publication(),
                run.draft().reply().nonce(),
                run.author().address(),
                manifest.hash(),
                run.journal().entry().form().hash(),
                run.draft().termsHash(),
                signing.refundTo(),
                signing.salt(),
                signing.deadline());
    }

    private void offer() {
        @Nullable SignedTransaction payment = run.journal().entry().payment();
        if (payment == null) {
            return;
        }
        requireNotReplaced(payment);
        run.chain().send(payment);
        try {
            run.server().hintPayment(run.publication(), run.grant(), payment.hash());
        } catch (ServerProblem e) {
            // Only a hint: the server watches the chain with or without it, and the wait below tells.
            run.steps().progress(0, "the server did not take the hint: " + e.getMessage());
        }
    }

    /** Where a person says that it never went through, and the server says that nothing came. */
    private void forgetReplaced(PublicationStatus status) {
        @Nullable SignedTransaction payment = run.journal().entry().payment();
        PublicationStatus.@Nullable Payment seen = status.payment();
        if (run.request().replaced() == LaunchRequest.Replaced.PAID_ANEW
                && payment != null
                && isReplaced(payment)
                && (seen == null || TO_PAY.contains(seen.state()))) {
            run.journal().change(JournalEntry::withoutPayment);
        }
    }

    private void requireNotReplaced(SignedTransaction payment) {
        if (isReplaced(payment)) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "Another transaction of this wallet (nonce " + payment.nonce() + ") took the place of the payment "
                            + payment.hash() + ", which the node does not know. Nothing more is paid by itself: if you"
                            + " are sure that it never went through, repeat the command with --pay-anew.");
        }
    }

    /** The account's nonce went on without our payment: another transaction took its place, and it can never count. */
    private boolean isReplaced(SignedTransaction payment) {
        return run.chain().minedNonce(run.author().address()).compareTo(payment.nonce()) > 0
                && !run.chain().knows(payment.hash());
    }

    private PublicationStatus awaitOpen() {
        Instant end = run.dock().clock().instant().plus(PATIENCE);
        while (run.dock().clock().instant().isBefore(end)) {
            Optional<PublicationStatus> open =
                    run.watch().await(run.publication(), run.grant(), this::heard, BETWEEN_OFFERS);
            if (open.isPresent()) {
                return open.get();
            }
            offer();
        }
        throw new DeskException(
                ProblemCode.PAYMENT_REQUIRED,
                "The server has not seen the payment in a block for " + PATIENCE.toMinutes()
                        + " minutes. The same command waits on; it does not pay again.");
    }

    private boolean heard(PublicationStatus status) {
        Run.requireAlive(status);
        PublicationStatus.@Nullable Payment payment = status.payment();
        if (payment != null) {
            if (payment.state() == PaymentState.REVERTED) {
                throw new DeskException(
                        ProblemCode.PAYMENT_REVERTED, "The payment " + payment.transactionHash() + " failed on chain.");
            }
            if (payment.state() == PaymentState.LATE) {
                throw new DeskException(
                        ProblemCode.TERMS_EXPIRED,
                        "The payment " + payment.transactionHash()
                                + " reached the chain after the offer had expired, so"
                                + " it opens nothing. Ask the operator of "
                                + run.server().origin()
                                + " to return it to " + run.signing().refundTo() + ".");
            }
            run.steps().progress(0.5, "payment " + payment.state().text());
        }
        return isOpen(status);
    }

    private static boolean isOpen(PublicationStatus status) {
        return status.content() != ContentState.DRAFT && status.content() != ContentState.EXPIRED;
    }

    private void report(PublicationStatus status) {
        Terms terms = run.draft().terms();
        PublicationStatus.@Nullable Payment payment = status.payment();
        @Nullable SignedTransaction ours = run.journal().entry().payment();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("price", terms.price());
        if (ours != null) {
            facts.put("transactionHash", ours.hash().hex());
        }
        String seen = payment == null
                ? "paid"
                : payment.state().text() + " " + payment.confirmations() + "/" + payment.confirmationsNeeded();
        run.steps()
                .finish(
                        Wei.inEther(new BigInteger(terms.price())) + " to " + terms.recipient() + ", " + seen
                                + (ours == null ? "" : "; transaction " + ours.hash()),
                        facts);
    }
}
