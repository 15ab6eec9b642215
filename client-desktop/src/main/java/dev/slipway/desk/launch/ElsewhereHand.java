package dev.slipway.desk.launch;

import dev.slipway.desk.browserwallet.PaymentOrder;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.pay.TimeToPay;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of this desk signs, and any wallet in the world pays. Only the server can see the payment, so that from the moment
 * it is shown it may exist.
 */
final class ElsewhereHand implements Hand {
    private final Run run;
    private final Signer signer;
    private final Consent consent;
    private final PayElsewhere window;
    private @Nullable PublicationStatus last;

    ElsewhereHand(Run run, Signer signer, Consent consent, PayElsewhere window) {
        this.run = run;
        this.signer = signer;
        this.consent = consent;
        this.window = window;
    }

    @Override
    public Address address() {
        return run.journal().entry().mayBePaid() ? run.author() : signer.address();
    }

    @Override
    public String sign(Bill bill) {
        consent.ask(bill);
        return signer.sign(bill.message().typedData(bill.terms().chainId()));
    }

    @Override
    public void pay(Bill bill, PaymentOrder order, PublicationStatus status) {
        requireNotBegun(run.journal().entry());
        requireRightRouter(order.terms());
        if (run.journal().entry().shown() == null) {
            run.journal().change(entry -> entry.withShown(order.reference()));
        }
        heard(status);
    }

    /** Until the offer's end and somewhat longer: a person may come back to it on another day. */
    @Override
    public Instant patience(Terms terms, Instant begun) {
        Instant last = terms.expiresAt().isAfter(begun) ? terms.expiresAt() : begun;
        return last.isBefore(Instant.MAX.minus(PATIENCE)) ? last.plus(PATIENCE) : last;
    }

    /** Nobody here has its bytes; but the offer may have ended meanwhile. */
    @Override
    public void remind() {
        if (last != null) {
            heard(last);
        }
    }

    @Override
    public void heard(PublicationStatus status) {
        last = status;
        PublicationStatus.@Nullable Payment payment = status.payment();
        if (payment == null || isDue(payment.state())) {
            Terms terms = run.draft().terms();
            PaymentRequest request = new PaymentRequest(terms, run.signing().reference(), run.missing(status));
            if (TimeToPay.isLeft(terms, run.dock().clock().instant())) {
                window.show(request);
            } else {
                window.over(request);
            }
        } else {
            window.seen(payment);
        }
    }

    @Override
    public boolean isStillDue(PublicationStatus.Payment failed) {
        return true;
    }

    @Override
    public void close() {
        // The signer outlives the run.
    }

    private static boolean isDue(PaymentState state) {
        return PayStep.TO_PAY.contains(state) || state == PaymentState.REVERTED;
    }

    private static void requireNotBegun(JournalEntry entry) {
        if (entry.payment() != null || entry.isAsked()) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "A payment of this publication was begun with a wallet of this machine. Go on without --pay-elsewhere,"
                            + " so that nothing is paid twice; where another transaction took that payment's place, add"
                            + " --pay-anew.");
        }
    }

    /** The terms name the contract and whom it pays; the chain has the last word, because it cannot be changed there. */
    private void requireRightRouter(Terms terms) {
        Address router = terms.router();
        if (router != null && !run.chain().pays(router, terms.recipient())) {
            throw new DeskException(
                    ProblemCode.TERMS_MISMATCH,
                    "The contract " + router + " of the server's offer does not pay " + terms.recipient()
                            + " on chain " + terms.chainId() + ". Nothing was shown to be paid: ask the operator of "
                            + run.server().origin() + ".");
        }
    }
}
