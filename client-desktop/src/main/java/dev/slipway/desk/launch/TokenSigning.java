package dev.slipway.desk.launch;

import dev.slipway.desk.browserwallet.PaymentOrder;
import dev.slipway.desk.ethereum.PermitTerms;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.pay.Quote;
import dev.slipway.desk.pay.TimeToPay;
import dev.slipway.desk.pay.TokenPayments;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.terms.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs a payment in a token with a key of this desk, once the router may take the amount. Where that needs a transaction of
 * its own, it is in the journal before it leaves, and after a kill the same bytes are sent again.
 */
final class TokenSigning {
    /** Pools forget. */
    private static final Duration BETWEEN_OFFERS = Duration.ofSeconds(30);

    private final Run run;
    private final Signer signer;
    private final Consent consent;
    private final Bill bill;
    private final TokenPayments payments;

    TokenSigning(Run run, Signer signer, Consent consent, Bill bill, PaymentOrder order) {
        this.run = run;
        this.signer = signer;
        this.consent = consent;
        this.bill = bill;
        this.payments =
                new TokenPayments(run.chain(), signer.address(), order.terms(), order.reference(), order.amount());
    }

    /** The payment, signed and not sent. May wait until a block has the allowance. */
    SignedTransaction sign() {
        @Nullable SignedTransaction begun = run.journal().entry().allowance();
        if (begun != null) {
            settle(begun);
        }
        run.awaitNothingWaiting();
        ask();
        if (payments.isAllowed()) {
            return signer.sign(payments.payment());
        }
        Optional<PermitTerms> permit = payments.permit();
        return permit.isPresent() ? signer.sign(payments.payment(permit.get())) : approveAndSign();
    }

    private SignedTransaction approveAndSign() {
        SignedTransaction signed = signer.sign(payments.approval());
        run.journal().change(entry -> entry.withAllowance(signed));
        run.cancel().throwIfCancelled();
        settle(signed);
        if (!payments.isAllowed()) {
            throw new DeskException(
                    ProblemCode.PAYMENT_REVERTED,
                    "The approval " + signed.hash()
                            + " is in a block, and yet the token does not let the payment contract"
                            + " take the price. Nothing was paid; ask the operator of "
                            + run.server().origin() + ".");
        }
        ask();
        return signer.sign(payments.payment());
    }

    /** With the sums of now; who agreed to as much is not asked again. */
    private void ask() {
        Quote quote = payments.quote();
        consent.ask(bill.with(() -> quote));
    }

    /** Until it is in a block, or can never be. */
    private void settle(SignedTransaction allowance) {
        run.steps().progress(0, "waiting for the allowance " + allowance.hash());
        @Nullable Instant offered = null;
        while (!run.chain()
                .transaction(allowance.hash())
                .filter(found -> found.inBlock())
                .isPresent()) {
            requireTimeLeft();
            if (isReplaced(allowance)) {
                // It moved nothing: what is allowed now is read from the chain.
                run.journal().change(entry -> entry.withAllowance(null));
                return;
            }
            Instant now = run.dock().clock().instant();
            if (offered == null || !now.isBefore(offered.plus(BETWEEN_OFFERS))) {
                run.chain().send(allowance);
                offered = now;
            }
            run.cancel().pause(Run.BETWEEN_LOOKS);
        }
        if (run.chain().isReverted(allowance.hash())) {
            run.journal().change(entry -> entry.withAllowance(null));
            throw new DeskException(
                    ProblemCode.PAYMENT_REVERTED,
                    "The token refused the approval " + allowance.hash()
                            + ": nothing was paid, only its fee is gone. Some tokens change an allowance only after it was"
                            + " set to 0; then run the same command again.");
        }
    }

    private void requireTimeLeft() {
        Terms terms = bill.terms();
        if (!TimeToPay.isLeft(terms, run.dock().clock().instant())) {
            throw new DeskException(
                    ProblemCode.TERMS_EXPIRED,
                    "The server's offer is over, and no block had the allowance in time. Nothing was paid: run the same"
                            + " command again for a new offer.");
        }
    }

    private boolean isReplaced(SignedTransaction allowance) {
        return run.chain().minedNonce(run.author()).compareTo(allowance.nonce()) > 0
                && !run.chain().knows(allowance.hash());
    }
}
