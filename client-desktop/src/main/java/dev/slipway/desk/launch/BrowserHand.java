package dev.slipway.desk.launch;

import dev.slipway.desk.browserwallet.AskedPayment;
import dev.slipway.desk.browserwallet.BrowserWallet;
import dev.slipway.desk.browserwallet.PaymentMemory;
import dev.slipway.desk.browserwallet.PaymentOrder;
import dev.slipway.desk.browserwallet.SigningOrder;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationStatus;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
            return Optional.ofNullable(journal.entry().asked())
                    .filter(asked -> asked.reference().equals(reference));
        }

        @Override
        public void keep(AskedPayment asked) {
            journal.change(entry -> entry.withAsked(asked));
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
        run.hint(await(wallet().pay(order, run.author())).hash());
    }

    @Override
    public void remind() {
        run.journal().entry().transaction().ifPresent(run::hint);
    }

    @Override
    public void heard(PublicationStatus status) {
        // Whoever pays with this knows of the payment already.
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
