package dev.slipway.desk.launch.underway;

import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.desk.terms.PriceLimit;
import dev.slipway.desk.wallet.funds.ChosenNode;
import dev.slipway.model.publication.PublicationForm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed of a launch, because its payment may exist: settings, words and profile may be other ones by now.
 *
 * @param with how its payment was begun
 * @param at where it went
 * @param form what was paid for
 * @param receipt good once the payment was seen
 */
record PaidFor(
        @Nullable PayWith with,
        @Nullable ServerOrigin at,
        @Nullable PublicationForm form,
        @Nullable Receipt receipt) {
    static final PaidFor NOTHING = new PaidFor(null, null, null, null);

    static PaidFor of(JournalEntry entry) {
        return entry.mayBePaid()
                ? new PaidFor(with(entry), Receipt.server(entry), entry.form(), Receipt.of(entry))
                : NOTHING;
    }

    /** The files are brought only after the server has seen the payment. */
    Optional<Receipt> receipt(LaunchState.Half half) {
        return half == LaunchState.Half.LAUNCH ? Optional.ofNullable(receipt) : Optional.empty();
    }

    private static PayWith with(JournalEntry entry) {
        if (entry.payment() == null && entry.shown() != null) {
            return PayWith.ELSEWHERE;
        }
        return entry.asked() == null ? PayWith.DESK : PayWith.BROWSER;
    }

    /** @throws IllegalArgumentException where something typed is none of its kind, with a sentence */
    LaunchRequest request(PublicationForm words, LaunchSettings settings) {
        String node = settings.node().get().strip();
        return new LaunchRequest(
                server(settings),
                words,
                null,
                PriceLimit.parse(settings.most().get()),
                node.isEmpty() ? null : ChosenNode.address(node));
    }

    /**
     * What is typed is for the next publication; a paid one goes where its payment went. On this machine a server may have
     * come back at another port.
     */
    private ServerOrigin server(LaunchSettings settings) {
        String typed = settings.server().get().strip();
        return at == null || at.isLoopback() && ServerOrigin.isLoopback(typed) ? ServerOrigin.parse(typed) : at;
    }
}
