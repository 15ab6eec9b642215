package dev.slipway.desk.browserwallet;

import dev.slipway.desk.browserwallet.page.Route;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the page can say to the session, and what it is answered: always the state after it. */
final class PageRoutes {
    /** Shorter than what browsers and proxies of virus scanners give up after. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private static final int LONGEST_NAME = 60;

    // What the page says; bounded in length by the page's server, otherwise anything.
    record Nothing() {}

    /** @param seen version of the state that the page shows */
    record Waiting(long seen) {}

    /** @param wallet as it calls itself */
    record Connected(@Nullable String account, @Nullable String wallet) {}

    record Signed(@Nullable String signature) {}

    record Sent(@Nullable String hash) {}

    private final BrowserWallet session;
    private final WalletListener listener;

    PageRoutes(BrowserWallet session, WalletListener listener) {
        this.session = session;
        this.listener = listener;
    }

    List<Route<?>> all() {
        return List.of(
                Route.entering("/session", Nothing.class, _ -> entered()),
                Route.of("/state", Waiting.class, this::awaited),
                Route.of("/connected", Connected.class, this::connected),
                Route.of("/signed", Signed.class, this::signed),
                Route.of("/payment/ask", Nothing.class, _ -> asked()),
                Route.of("/payment/sent", Sent.class, this::sent),
                Route.of("/payment/refused", Nothing.class, _ -> paying(PayStep::refuse)),
                Route.of("/payment/unclear", Nothing.class, _ -> paying(PayStep::loseAnswer)),
                Route.of("/payment/again", Nothing.class, _ -> paying(PayStep::offerAgain)));
    }

    /** A tab that comes, or comes again, waits for no answer of a wallet. */
    private PageView entered() {
        listener.heard(new WalletEvent.PageOpened());
        return paying(PayStep::loseAnswer);
    }

    private PageView awaited(Waiting waiting) {
        session.pulse().awaitChange(waiting.seen(), LONGEST_WAIT);
        return session.view();
    }

    private PageView connected(Connected said) {
        parsed(said.account(), Address::new)
                .ifPresent(account -> session.connecting().take(account, shortened(said.wallet())));
        return changed();
    }

    private PageView signed(Signed said) {
        @Nullable SignStep step = session.signing();
        if (step != null) {
            step.take(String.valueOf(said.signature()));
        }
        return changed();
    }

    private PageView.Asking asked() {
        @Nullable PayStep step = session.paying();
        Optional<Map<String, String>> transaction = step == null ? Optional.empty() : step.ask();
        return new PageView.Asking(changed(), transaction.orElse(null));
    }

    private PageView sent(Sent said) {
        return paying(step -> parsed(said.hash(), Bytes32::new).ifPresentOrElse(step::claim, step::loseAnswer));
    }

    private PageView paying(Consumer<PayStep> change) {
        @Nullable PayStep step = session.paying();
        if (step != null) {
            change.accept(step);
        }
        return changed();
    }

    private PageView changed() {
        session.pulse().beat();
        return session.view();
    }

    private static <T> Optional<T> parsed(@Nullable String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(String.valueOf(text)));
        } catch (IllegalArgumentException e) {
            // What a wallet gives is not ours to trust: no address or hash is no answer.
            return Optional.empty();
        }
    }

    private static String shortened(@Nullable String name) {
        String text = String.valueOf(name).strip();
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
