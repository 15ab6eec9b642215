package dev.slipway.desk.launch.underway;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.launch.Author;
import dev.slipway.desk.launch.LaunchRequest;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationForm;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The payment for one publication and its way to its page. To be used on the window's thread. */
public final class LaunchModel {
    private final ReadOnlyObjectWrapper<LaunchState> state;
    private final ReadOnlyObjectWrapper<LaunchKind> kind;
    private final ReadOnlyBooleanWrapper paid = new ReadOnlyBooleanWrapper(this, "paid");
    private final ReadOnlyBooleanWrapper bound = new ReadOnlyBooleanWrapper(this, "bound");
    private final Cargo cargo;
    private final Launches launches;
    private final Background background;
    private final LaunchWork work;
    private final LaunchWords words;
    private final UploadPace pace = new UploadPace();
    private volatile CancelSignal running = new CancelSignal();
    private final Payers payers;
    private PaidFor paidFor = PaidFor.NOTHING;

    /**
     * What is launched, as it is when it is asked for.
     *
     * @param files what was made, empty until all is there
     * @param form empty while the server would refuse it
     */
    public record Cargo(Supplier<Optional<Finished>> files, Supplier<Optional<PublicationForm>> form) {}

    /**
     * @param key of the publication on this desk
     * @param folder of the publication on this desk
     */
    public LaunchModel(String key, Path folder, Cargo cargo, Texts texts, Launches launches, Background background) {
        this.cargo = cargo;
        this.launches = launches;
        this.background = background;
        payers = new Payers(launches, texts, background.ui());
        work = new LaunchWork(key, folder, launches.dock());
        state = new ReadOnlyObjectWrapper<>(
                this, "state", LaunchState.of(launches.kept(key).orElse(null)));
        kind = new ReadOnlyObjectWrapper<>(this, "kind", LaunchKind.of(state.get()));
        state.addListener((observable, before, now) -> kind.set(LaunchKind.of(now)));
        bound.bind(paid.or(Bindings.createBooleanBinding(() -> kind.get().isBusy(), kind)));
        launches.kept(key).ifPresent(this::remember);
        words = new LaunchWords(texts, this);
    }

    ReadOnlyObjectProperty<LaunchState> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LaunchKind> kind() {
        return kind.getReadOnlyProperty();
    }

    /** What is asked, while something is. */
    Optional<Question> question() {
        return state.get() instanceof LaunchState.Asking asking ? Optional.of(asking.question()) : Optional.empty();
    }

    /** Why it stopped, where something went wrong. */
    Optional<LaunchState.Problem> problem() {
        return state.get() instanceof LaunchState.Stopped stopped
                ? Optional.ofNullable(stopped.problem())
                : Optional.empty();
    }

    /** What a person who pays anew should think of first, a key of the texts; empty where that cannot be done. */
    Optional<String> payAnew(LaunchState.Problem problem) {
        return switch (problem.code()) {
            case PAYMENT_LATE -> Optional.of("pay.anew.late.question");
            case PAYMENT_REPLACED ->
                payWith() == PayWith.DESK ? Optional.of("pay.anew.replaced.question") : Optional.empty();
            case PAYMENT_REVERTED -> payWith() == PayWith.DESK ? Optional.of("pay.anew.question") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether a person may say that nobody has paid what was shown to be paid elsewhere, and nobody will. */
    boolean mayWithdraw() {
        return paidFor.with() == PayWith.ELSEWHERE && kind.get() == LaunchKind.PAY_STOPPED;
    }

    /** The person says so; the server has to agree. */
    void withdraw() {
        begin(LaunchState.Half.PAY, new CancelSignal(), work::withdraw);
    }

    /** In which it tells times. */
    ZoneId zone() {
        return launches.browsing().zone();
    }

    /** Whether it stopped because something went wrong. */
    public boolean isFailed() {
        return problem().isPresent();
    }

    /** What was paid, once the server has seen it. */
    public Optional<Receipt> receipt() {
        return switch (state.get()) {
            case LaunchState.Paid paid -> Optional.of(paid.receipt());
            case LaunchState.OnPage page -> Optional.of(page.receipt());
            case LaunchState.Nothing nothing -> Optional.empty();
            case LaunchState.Working working -> paidFor.receipt(working.half());
            case LaunchState.Asking asking -> Optional.empty();
            case LaunchState.InBrowser browser -> Optional.empty();
            case LaunchState.Elsewhere elsewhere -> Optional.empty();
            case LaunchState.Stopped stopped -> paidFor.receipt(stopped.half());
        };
    }

    /** The address of its page, once there is one. */
    public Optional<String> watchUrl() {
        return state.get() instanceof LaunchState.OnPage page
                ? Optional.of(page.published().watchUrl())
                : Optional.empty();
    }

    /** Whether a payment for it was signed, seen or not. */
    ReadOnlyBooleanProperty paid() {
        return paid.getReadOnlyProperty();
    }

    public boolean isPaid() {
        return paid.get();
    }

    /** Whether it is paid for, or being paid for: its words and files are part of what is signed, and stay as they are. */
    public ReadOnlyBooleanProperty bound() {
        return bound.getReadOnlyProperty();
    }

    public LaunchWords words() {
        return words;
    }

    LaunchSettings settings() {
        return launches.settings();
    }

    AuthorWallet wallet() {
        return launches.wallet();
    }

    Optional<Finished> files() {
        return cargo.files().get();
    }

    /** Whether there is something to launch. */
    boolean isLoaded() {
        return files().isPresent() && form().isPresent();
    }

    /** Of the upload under way, in bytes a second; 0 while nobody knows. */
    double pace() {
        return pace.bytesPerSecond();
    }

    /** What pays for it: what it was begun with, and otherwise what the settings say. */
    PayWith payWith() {
        PayWith begun = paidFor.with();
        return begun == null ? settings().payWith().get() : begun;
    }

    /** Whether it can still be paid for with either. */
    boolean mayChoose() {
        return paidFor.with() == null;
    }

    /** Agrees on terms, asks, signs and pays; goes on with what an earlier press began. */
    public void pay() {
        pay(LaunchRequest.Replaced.REFUSED);
    }

    /** The same, for a payment that failed on the chain; the person has seen that it did, and is asked like the first time. */
    public void payAnew() {
        pay(LaunchRequest.Replaced.PAID_ANEW);
    }

    private void pay(LaunchRequest.Replaced replaced) {
        CancelSignal cancel = new CancelSignal();
        Optional<Finished> files = files();
        Optional<Author> author =
                kind.get().isBusy() ? Optional.empty() : payers.author(payWith(), cancel, new Window(cancel));
        if (files.isPresent() && author.isPresent()) {
            begin(
                    LaunchState.Half.PAY,
                    cancel,
                    (request, parties) -> work.pay(request.with(replaced), files.get(), author.get(), parties));
        }
    }

    /** Brings the files to the server and waits for the page. */
    public void save() {
        begin(LaunchState.Half.LAUNCH, new CancelSignal(), work::finish);
    }

    /** For another tab of the browser; the one that had the page before is cut off. Empty while there is no page. */
    Optional<URI> newLink() {
        return payers.newLink();
    }

    /** Opens the page of the wallet in the browser once more. */
    void showPage() {
        newLink().ifPresent(this::browse);
    }

    /** Opens its page in the browser, once there is one. */
    public void showPublished() {
        watchUrl().map(URI::create).ifPresent(this::browse);
    }

    private void browse(URI link) {
        background.run(() -> launches.browsing().browser().open(link));
    }

    /** The answer to what is asked. */
    public void answer(Answer answer) {
        if (state.get() instanceof LaunchState.Asking && payers.answer(answer)) {
            state.set(new LaunchState.Working(LaunchState.Half.PAY, Step.AGREE, 0, ""));
        }
    }

    /** To what a person is asked. */
    public enum Answer {
        AGREED,
        NOT_NOW
    }

    /** Stops, and keeps what is done. May be called on any thread. */
    public void halt() {
        running.cancel();
    }

    private void begin(
            LaunchState.Half half,
            CancelSignal cancel,
            BiFunction<LaunchRequest, LaunchWork.Parties, LaunchState> run) {
        Optional<PublicationForm> form = form();
        if (kind.get().isBusy() || form.isEmpty()) {
            return;
        }
        Optional<LaunchRequest> request = request(half, form.get());
        if (request.isEmpty()) {
            return;
        }
        running = cancel;
        state.set(new LaunchState.Working(half, Step.CONNECT, 0, ""));
        LaunchWork.Parties parties =
                new LaunchWork.Parties(new LaunchEars(half, background.ui(), this::progressed), cancel);
        background.run(() -> run.apply(request.get(), parties), this::came, problem -> stopped(half, problem));
    }

    private Optional<PublicationForm> form() {
        return Optional.ofNullable(paidFor.form()).or(cargo.form());
    }

    private Optional<LaunchRequest> request(LaunchState.Half half, PublicationForm form) {
        try {
            return Optional.of(paidFor.request(form, settings()));
        } catch (DeskException e) {
            state.set(new LaunchState.Stopped(half, problem(e)));
        } catch (IllegalArgumentException e) {
            state.set(new LaunchState.Stopped(
                    half, new LaunchState.Problem(ProblemCode.USAGE, String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    private void remember(JournalEntry entry) {
        paid.set(entry.mayBePaid());
        paidFor = PaidFor.of(entry);
    }

    /** Hears of one run; what comes after another has begun, or after its end, is too late. */
    private final class Window implements Payers.Window {
        private final CancelSignal of;

        Window(CancelSignal of) {
            this.of = of;
        }

        @Override
        public void ask(Question question) {
            if (state.get() instanceof LaunchState.Working) {
                set(new LaunchState.Asking(question));
            }
        }

        @Override
        public void inBrowser(BrowserStage stage) {
            set(stage == BrowserStage.PAID ? paying() : new LaunchState.InBrowser(stage));
        }

        @Override
        public void elsewhere(LaunchState.Elsewhere request) {
            set(request);
        }

        @Override
        public void seen() {
            if (state.get() instanceof LaunchState.Elsewhere) {
                set(paying());
            }
        }

        private void set(LaunchState next) {
            if (of.equals(running) && kind.get().isBusy()) {
                state.set(next);
            }
        }

        private static LaunchState paying() {
            return new LaunchState.Working(LaunchState.Half.PAY, Step.PAY, 0, "");
        }
    }

    private void progressed(LaunchState.Working now) {
        if (!(state.get() instanceof LaunchState.Working)) {
            return;
        }
        if (now.step() == Step.UPLOAD) {
            long total = files().map(Finished::outputBytes).orElse(0L);
            pace.add(launches.dock().clock().instant(), now.fraction() * total);
        }
        state.set(now);
    }

    private void came(LaunchState next) {
        payers.over();
        launches.wallet().spent();
        settle(next);
    }

    private void stopped(LaunchState.Half half, DeskException problem) {
        payers.over();
        settle(new LaunchState.Stopped(half, problem.code() == ProblemCode.CANCELLED ? null : problem(problem)));
    }

    /** Only the journal knows whether a payment was signed before it ended. Where it cannot be read, one may have been. */
    private void settle(LaunchState next) {
        background.run(
                work::journal,
                entry -> {
                    entry.ifPresent(this::remember);
                    state.set(next);
                },
                unreadable -> {
                    paid.set(true);
                    state.set(next);
                });
    }

    private static LaunchState.Problem problem(DeskException e) {
        return new LaunchState.Problem(e.code(), e.getMessage());
    }
}
