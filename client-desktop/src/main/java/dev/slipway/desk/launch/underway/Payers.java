package dev.slipway.desk.launch.underway;

import dev.slipway.desk.background.UiThread;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.Bill;
import dev.slipway.desk.launch.PayElsewhere;
import dev.slipway.desk.launch.PaymentRequest;
import dev.slipway.desk.pay.Quote;
import dev.slipway.model.publication.PublicationStatus;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who signs and pays in the run under way, and the ways to them. To be used on the window's thread. */
final class Payers {
    private final Launches launches;
    private final Texts texts;
    private final UiThread ui;
    private @Nullable AskedPerson person;
    private @Nullable BrowserPages pages;

    Payers(Launches launches, Texts texts, UiThread ui) {
        this.launches = launches;
        this.texts = texts;
        this.ui = ui;
    }

    /** What a run has to say to whoever sits before the window. */
    interface Window {
        void ask(Question question);

        void inBrowser(BrowserStage stage);

        void elsewhere(LaunchState.Elsewhere request);

        /** A payment is on its way. */
        void seen();
    }

    /** Of a new run; empty where there is no wallet to sign with. */
    Optional<Author> author(PayWith with, CancelSignal cancel, Window window) {
        return switch (with) {
            case BROWSER -> Optional.of(inBrowser(window));
            case DESK ->
                launches.wallet().signer().map(signer -> {
                    AskedPerson asked = ask(signer, Bill::payment, cancel, window);
                    return Author.withKey(signer, asked);
                });
            case ELSEWHERE ->
                launches.wallet().signer().map(signer -> {
                    AskedPerson asked = ask(signer, bill -> null, cancel, window);
                    return Author.payingElsewhere(signer, asked, new Shown(on(window::elsewhere), on(window::seen)));
                });
        };
    }

    /** For another tab of the browser; the one that had the page before is cut off. Empty while there is no page. */
    Optional<URI> newLink() {
        return Optional.ofNullable(pages).flatMap(BrowserPages::newLink);
    }

    /** @return whether anybody was asked */
    boolean answer(LaunchModel.Answer answer) {
        AskedPerson asked = person;
        if (asked != null) {
            asked.answer(answer == LaunchModel.Answer.AGREED);
        }
        return asked != null;
    }

    /** The run has ended. */
    void over() {
        person = null;
        pages = null;
    }

    private Author inBrowser(Window window) {
        BrowserPages opened = new BrowserPages(
                launches.dock(), launches.browsing(), texts.language().get(), on(window::inBrowser));
        pages = opened;
        return Author.inBrowser(opened);
    }

    private AskedPerson ask(
            ConfirmingSigner signer, Function<Bill, @Nullable Quote> quoting, CancelSignal cancel, Window window) {
        AskedPerson asked = new AskedPerson(signer, quoting, cancel, on(window::ask));
        person = asked;
        return asked;
    }

    private <T> Consumer<T> on(Consumer<T> window) {
        return value -> ui.run(() -> window.accept(value));
    }

    private Runnable on(Runnable window) {
        return () -> ui.run(window);
    }

    /** Tells the window what changes, on the launching thread. */
    private static final class Shown implements PayElsewhere {
        private final Consumer<LaunchState.Elsewhere> window;
        private final Runnable seen;
        private LaunchState.@Nullable Elsewhere last;

        Shown(Consumer<LaunchState.Elsewhere> window, Runnable seen) {
            this.window = window;
            this.seen = seen;
        }

        @Override
        public void show(PaymentRequest request) {
            tell(new LaunchState.Elsewhere(request, LaunchState.Time.LEFT));
        }

        @Override
        public void over(PaymentRequest request) {
            tell(new LaunchState.Elsewhere(request, LaunchState.Time.OVER));
        }

        private void tell(LaunchState.Elsewhere now) {
            if (!now.equals(last)) {
                last = now;
                window.accept(now);
            }
        }

        @Override
        public void seen(PublicationStatus.Payment payment) {
            last = null;
            seen.run();
        }
    }
}
