package dev.slipway.desk.launch.underway;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.launch.Bill;
import dev.slipway.desk.launch.Consent;
import dev.slipway.desk.pay.Quote;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks whoever sits before the window, and waits. What was agreed to is not asked again for the same or less. */
final class AskedPerson implements Consent {
    private final ConfirmingSigner signer;
    private final Function<Bill, @Nullable Quote> quoting;
    private final CancelSignal cancel;
    private final Consumer<Question> window;
    private volatile CompletableFuture<Boolean> answer = new CompletableFuture<>();
    private @Nullable Question agreed;

    /**
     * @param quoting tells what the wallet itself will pay, null where it only signs
     * @param window is shown the question, on the launching thread
     */
    AskedPerson(
            ConfirmingSigner signer,
            Function<Bill, @Nullable Quote> quoting,
            CancelSignal cancel,
            Consumer<Question> window) {
        this.signer = signer;
        this.quoting = quoting;
        this.cancel = cancel;
        this.window = window;
        cancel.onCancel(() -> answer(false));
    }

    /** On any thread. */
    void answer(boolean yes) {
        answer.complete(yes);
    }

    @Override
    public void ask(Bill bill) {
        @Nullable Quote payment = quoting.apply(bill);
        Question question = new Question(bill.terms(), bill.message(), bill.reference(), payment);
        if (agreed == null || !agreed.covers(question)) {
            answer = new CompletableFuture<>();
            window.accept(question);
            // It may have come between the two lines before: then nobody would answer any more.
            cancel.throwIfCancelled();
            if (!answer.join()) {
                throw new DeskException(ProblemCode.CANCELLED, "Nothing was signed.");
            }
            agreed = question;
        }
        if (payment != null) {
            signer.allow(payment, bill);
        }
    }
}
