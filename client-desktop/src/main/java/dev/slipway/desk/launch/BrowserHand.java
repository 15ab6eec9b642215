package dev.slipway.desk.launch;

import dev.slipway.desk.browserwallet.AskedPayment;
import dev.slipway.desk.browserwallet.BrowserWallet;
import dev.slipway.desk.browserwallet.PaymentMemory;
import dev.slipway.desk.browserwallet.PaymentOrder;
import dev.slipway.desk.browserwallet.SigningOrder;
import dev.slipway.desk.ethereum.ChainTransaction;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.pay.TimeToPay;
import dev.slipway.desk.pay.TokenPayments;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wallet in the system's browser. Its page is opened when something is first wanted from it: a payment that the server
 * has seen needs none.
 */
final class BrowserHand implements Hand {
    private final Run run;
    private final BrowserDoor door;
    private @Nullable BrowserWallet open;

    BrowserHand(Run run, BrowserDoor door) {
        this.run = run;
        this.door = door;
    }

    /** That a payment was asked for is noted where everything else of the publication is. */
    private record JournalMemory(Journal journal) implements PaymentMemory {
        @Override
        public Optional<AskedPayment> find(Bytes32 reference) {
            JournalEntry entry = journal.entry();
            return Stream.of(Optional.ofNullable(entry.asked()), Optional.ofNullable(entry.askedAllowance()))
                    .flatMap(Optional::stream)
                    .filter(asked -> asked.reference().equals(reference))
                    .findFirst();
        }

        @Override
        public void keep(AskedPayment asked) {
            journal.change(entry -> isPayment(asked, entry) ? entry.withAsked(asked) : entry.withAskedAllowance(asked));
        }

        private static boolean isPayment(AskedPayment asked, JournalEntry entry) {
            JournalEntry.Signing signing = entry.signing();
            return signing != null && signing.reference().equals(asked.reference());
        }
    }

    /** Whichever account the person connects, as long as none may have paid. */
    @Override
    public Address address() {
        return run.journal().entry().mayBePaid() ? run.author() : await(wallet().connect());
    }

    @Override
    public String sign(Bill bill) {
        await(wallet().connect(bill.message().author()));
        return await(wallet().sign(new SigningOrder(bill.message(), bill.terms(), title())));
    }

    @Override
    public void pay(Bill bill, PaymentOrder order, PublicationStatus status) {
        JournalEntry entry = run.journal().entry();
        if (entry.payment() != null || entry.shown() != null) {
            throw new DeskException(
                    ProblemCode.CONFLICT,
                    "A payment of this publication was begun in another way. Go on with that one, so that nothing is paid"
                            + " twice.");
        }
        if (order.terms().token() != null && !entry.isAsked()) {
            allow(order);
        }
        run.hint(await(wallet().pay(order, run.author())).hash());
    }

    /** Until the router may take the amount, by whichever transaction of the wallet. */
    private void allow(PaymentOrder order) {
        TokenPayments payments =
                new TokenPayments(run.chain(), run.author(), order.terms(), order.reference(), order.amount());
        if (run.journal().entry().askedAllowance() == null) {
            run.awaitNothingWaiting();
        }
        if (payments.isAllowed()) {
            return;
        }
        ChainTransaction allowance = await(wallet().pay(order.allowance(), run.author()));
        while (!payments.isAllowed()) {
            if (run.chain().isReverted(allowance.hash())) {
                run.journal().change(now -> now.withAskedAllowance(null));
                throw new DeskException(
                        ProblemCode.PAYMENT_REVERTED,
                        "The token refused the allowance " + allowance.hash()
                                + ": nothing was paid, only its fee is gone. Some tokens change an allowance only after it"
                                + " was set to 0; then go on.");
            }
            if (!TimeToPay.isLeft(order.terms(), run.dock().clock().instant())) {
                throw new DeskException(
                        ProblemCode.TERMS_EXPIRED,
                        "The server's offer is over, and no block had the allowance in time. Nothing was paid: go on for a"
                                + " new offer.");
            }
            run.cancel().pause(Run.BETWEEN_LOOKS);
        }
    }

    @Override
    public void remind() {
        run.journal().entry().transaction().ifPresent(run::hint);
    }

    @Override
    public void heard(PublicationStatus status) {
        run.requireNotShort(
                status,
                "The page for wallets in the browser pays no rest; what came is owed back once the offer is over. Publish"
                        + " with a wallet of this desk, or ask the operator for a price in another token.");
    }

    /** One that was made anew since is not seen at once. */
    @Override
    public boolean isStillDue(PublicationStatus.Payment failed) {
        return run.isBehind(failed);
    }

    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }

    private BrowserWallet wallet() {
        BrowserWallet wallet = open;
        if (wallet == null) {
            run.cancel().throwIfCancelled();
            wallet = door.open(run.contact(), new JournalMemory(run.journal()));
            open = wallet;
            run.cancel().onCancel(wallet::close);
        }
        return wallet;
    }

    private String title() {
        return run.journal().entry().form().title();
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof DeskException problem ? problem : e;
        }
    }
}
