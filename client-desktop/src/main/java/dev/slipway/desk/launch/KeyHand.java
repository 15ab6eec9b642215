package dev.slipway.desk.launch;

import dev.slipway.desk.browserwallet.PaymentOrder;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.pay.Payments;
import dev.slipway.desk.pay.TimeToPay;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A key of this desk. The signed transaction is in the journal before it leaves, and only those bytes are ever sent, so
 * that a kill at any moment cannot become a second payment.
 */
record KeyHand(Run run, Signer signer, Consent consent) implements Hand {

    @Override
    public Address address() {
        return signer.address();
    }

    @Override
    public String sign(Bill bill) {
        consent.ask(bill);
        return signer.sign(bill.message().typedData(bill.terms().chainId()));
    }

    @Override
    public void pay(Bill bill, PaymentOrder order, PublicationStatus status) {
        requireNotAsked();
        try (WalletLock _ = WalletLock.take(run.dock().locks(), bill.terms().chainId(), run.author(), run.cancel())) {
            forgetOver(status);
            if (run.journal().entry().payment() == null) {
                requireTimeLeft(bill);
                SignedTransaction signed = bill.terms().token() == null
                        ? sign(bill, order)
                        : new TokenSigning(run, signer, consent, bill, order).sign();
                run.journal().change(entry -> entry.withPayment(signed));
            }
            run.cancel().throwIfCancelled();
            remind();
        }
    }

    @Override
    public void remind() {
        @Nullable SignedTransaction payment = run.journal().entry().payment();
        if (payment == null) {
            return;
        }
        requireNotReplaced(payment);
        run.chain().send(payment);
        run.hint(payment.hash());
    }

    @Override
    public void heard(PublicationStatus status) {
        run.requireNotShort(status, "To pay the rest, repeat the command with --pay-anew.");
    }

    /** One that was made anew since is not seen at once. */
    @Override
    public boolean isStillDue(PublicationStatus.Payment failed) {
        return run.isBehind(failed);
    }

    @Override
    public void close() {
        // The signer outlives the run.
    }

    private void requireNotAsked() {
        JournalEntry entry = run.journal().entry();
        if (entry.payment() == null && entry.isAsked()) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "A wallet in the browser was asked for this payment and may have made it. Go on with that one, so"
                            + " that nothing is paid twice.");
        }
        boolean isTheirs = entry.payment() == null && entry.shown() != null;
        if (isTheirs && run.request().replaced() != LaunchRequest.Replaced.PAID_ANEW) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "This payment was shown to be made with another wallet, and may have been. Go on with"
                            + " --pay-elsewhere; if you are sure that nobody else pays any more, repeat the command"
                            + " with --pay-anew: what is missing is paid from this wallet.");
        }
    }

    /** A payment that is made anew may come long after its offer; it would be taken and open nothing. */
    private void requireTimeLeft(Bill bill) {
        if (!TimeToPay.isLeft(bill.terms(), run.dock().clock().instant())) {
            throw new DeskException(
                    ProblemCode.TERMS_EXPIRED,
                    "The server's offer is over, so that a payment would open nothing. Nothing was signed: run the same"
                            + " command again for a new offer.");
        }
    }

    private SignedTransaction sign(Bill bill, PaymentOrder order) {
        Transfer transfer =
                new Payments(run.chain(), signer.address()).quote(order.terms(), order.reference(), order.amount());
        consent.ask(bill.with(() -> Payments.quote(transfer)));
        return signer.sign(transfer);
    }

    /** Where a person says that it shall be paid anew, and the server says that nothing came. */
    private void forgetOver(PublicationStatus status) {
        @Nullable SignedTransaction payment = run.journal().entry().payment();
        PublicationStatus.@Nullable Payment seen = status.payment();
        if (run.request().replaced() == LaunchRequest.Replaced.PAID_ANEW && payment != null) {
            boolean isNothingSeen = seen == null || PayStep.TO_PAY.contains(seen.state());
            boolean isOver = seen != null && (isFailed(payment, seen) || run.isShort(seen));
            if (isNothingSeen && isReplaced(payment) || isOver) {
                run.journal().change(JournalEntry::withoutPayment);
            }
        }
    }

    /**
     * Undone in its block, by our node's word and by the server's, as deep as the server trusts a block: its value has not
     * moved, and its number is spent.
     */
    private boolean isFailed(SignedTransaction payment, PublicationStatus.Payment seen) {
        return seen.state() == PaymentState.REVERTED
                && payment.hash().equals(seen.transactionHash())
                && seen.confirmations() >= seen.confirmationsNeeded()
                && run.chain().isReverted(payment.hash());
    }

    private void requireNotReplaced(SignedTransaction payment) {
        if (isReplaced(payment)) {
            throw new DeskException(
                    ProblemCode.PAYMENT_REPLACED,
                    "Another transaction of this wallet (nonce " + payment.nonce() + ") took the place of the payment "
                            + payment.hash() + ", which the node does not know. Nothing more is paid by itself: if you"
                            + " are sure that it never went through, repeat the command with --pay-anew.");
        }
    }

    /** The account's nonce went on without our payment: another transaction took its place, and it can never count. */
    private boolean isReplaced(SignedTransaction payment) {
        return run.chain().minedNonce(run.author()).compareTo(payment.nonce()) > 0
                && !run.chain().knows(payment.hash());
    }
}
