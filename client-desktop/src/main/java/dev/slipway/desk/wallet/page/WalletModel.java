package dev.slipway.desk.wallet.page;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.ethereum.Keystore;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.RemoteSigner;
import dev.slipway.desk.signer.SignerEnd;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.desk.wallet.Wallets;
import dev.slipway.desk.wallet.funds.FundsModel;
import dev.slipway.desk.wallet.page.WalletState.Because;
import dev.slipway.desk.wallet.page.WalletState.Work;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The one wallet of the desk: none, locked, or open in a signer process that dies at lock. To be used on the window's
 * thread; what takes longer runs in the background. Secrets that are handed in are wiped
 * once they are sent.
 */
public final class WalletModel {
    /** A hand that moves need not be told of more often. */
    private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);
    /** Writing down twelve words takes a while, and nothing is paid with that key meanwhile. */
    private static final Duration TIME_TO_WRITE = Duration.ofMinutes(60);

    /** Of giving back some words of a new wallet. */
    static final int TRIES = 3;

    private final ReadOnlyObjectWrapper<WalletState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new WalletState.Unknown());
    private final ReadOnlyObjectWrapper<@Nullable DeskException> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", null);
    private final Surroundings surroundings;
    private final ObservableValue<Duration> idle;
    private final FundsModel funds;
    private final Background background;
    private volatile @Nullable SignerSession session;
    private @Nullable RemoteSigner signer;
    /** Of a wallet that is made and not yet saved. */
    private SignerReply.@Nullable Created unsaved;

    private int wrongTries;
    private Instant lastWord = Instant.MIN;

    /** @param idle after so long without use it locks itself */
    public WalletModel(
            Surroundings surroundings, ObservableValue<Duration> idle, FundsModel funds, Background background) {
        this.surroundings = surroundings;
        this.idle = idle;
        this.funds = funds;
        this.background = background;
        idle.subscribe((before, now) -> stay());
    }

    public ReadOnlyObjectProperty<WalletState> state() {
        return state.getReadOnlyProperty();
    }

    /** What went wrong last; null once something else is tried. */
    public ReadOnlyObjectProperty<@Nullable DeskException> problem() {
        return problem.getReadOnlyProperty();
    }

    public FundsModel funds() {
        return funds;
    }

    /** Signs while the wallet is open. Its methods block. */
    public Optional<RemoteSigner> signer() {
        return Optional.ofNullable(signer);
    }

    /** Of the account, open or locked; empty where there is none. */
    public Optional<Address> address() {
        return switch (state.get()) {
            case WalletState.Unlocked(Address address) -> Optional.of(address);
            case WalletState.Locked(Address address, Because because) -> Optional.ofNullable(address);
            default -> Optional.empty();
        };
    }

    /** Looks for the wallet's file. */
    public void look() {
        background.run(
                () -> Wallets.keystore(file()),
                found -> rest(found.map(WalletModel::closed).orElse(new WalletState.None()), null),
                failure -> rest(new WalletState.Locked(null, Because.NOT_OPENED), failure));
    }

    private static WalletState closed(String keystore) {
        return new WalletState.Locked(Keystore.address(keystore).orElse(null), Because.NOT_OPENED);
    }

    /** A new wallet; its words are then to be written down. */
    public void create(Secret password) {
        begin(
                Work.CREATING,
                TIME_TO_WRITE,
                () -> new SignerRequest.Create(password),
                SignerReply.Created.class,
                made -> {
                    unsaved = made;
                    Backup backup = Backup.of(made.phrase().reveal(), surroundings.random());
                    made.phrase().wipe();
                    state.set(new WalletState.WritingDown(backup, false));
                });
    }

    /** The words are written down, says the person; some are wanted back. */
    public void written() {
        if (state.get() instanceof WalletState.WritingDown before) {
            wrongTries = 0;
            state.set(new WalletState.Confirming(before.backup()));
        }
    }

    /** Back to the words; others are wanted back then. */
    public void showWords() {
        showWords(false);
    }

    private void showWords(boolean afterWrongOnes) {
        if (state.get() instanceof WalletState.Confirming(Backup backup)) {
            state.set(new WalletState.WritingDown(backup.askingAnew(surroundings.random()), afterWrongOnes));
        }
    }

    /**
     * Saves the new wallet once the words that were asked for are given. After {@link #TRIES} wrong tries the words are
     * shown again, and others are asked for.
     *
     * @return whether they are the right ones
     */
    public boolean confirm(List<String> words) {
        SignerReply.Created made = unsaved;
        if (made == null || !(state.get() instanceof WalletState.Confirming before)) {
            return false;
        }
        if (before.backup().matches(words)) {
            save(made.address(), made.keystore(), before);
            return true;
        }
        wrongTries++;
        if (wrongTries == TRIES) {
            showWords(true);
        }
        return false;
    }

    /** Of 64 hex digits. */
    public void importKey(Secret privateKey, Secret password) {
        bring(() -> new SignerRequest.ImportKey(privateKey, password));
    }

    /** Of 12 to 24 words. */
    public void importPhrase(Secret phrase, Secret password) {
        bring(() -> new SignerRequest.ImportPhrase(phrase, password));
    }

    /** @param keystore a file of another program, whose password stays */
    public void importKeystore(Path keystore, Secret password) {
        bring(() -> new SignerRequest.ImportKeystore(
                Wallets.keystore(keystore)
                        .orElseThrow(() -> new DeskException(
                                ProblemCode.WALLET_INVALID, "There is no file " + keystore + ". Choose another.")),
                password));
    }

    private void bring(Supplier<SignerRequest> request) {
        begin(
                Work.IMPORTING,
                idle.getValue(),
                request,
                SignerReply.Sealed.class,
                brought -> save(brought.address(), brought.keystore(), new WalletState.None()));
    }

    public void unlock(Secret password) {
        begin(
                Work.UNLOCKING,
                idle.getValue(),
                () -> new SignerRequest.Unlock(
                        Wallets.keystore(file())
                                .orElseThrow(() -> new DeskException(
                                        ProblemCode.WALLET_INVALID,
                                        "The wallet's file " + file() + " is gone. Put it back where it was.")),
                        password),
                SignerReply.Opened.class,
                opened -> open(opened.address()));
    }

    /** Makes room for another wallet; the file of this one stays beside it under another name. */
    public void putAside() {
        if (state.get() instanceof WalletState.Locked before) {
            background.run(
                    () -> Wallets.putAside(file()),
                    aside -> rest(new WalletState.None(), null),
                    failure -> rest(before, failure));
        }
    }

    /** Ends the signer, and whatever it was doing; a new wallet that was not saved is given up. */
    public void lock() {
        boolean wasOpen = state.get() instanceof WalletState.Unlocked;
        Optional<Address> address = address();
        forget();
        if (wasOpen) {
            rest(new WalletState.Locked(address.orElse(null), Because.BY_HAND), null);
        } else {
            look();
        }
    }

    /** Ends the signer on whatever thread, for the end of the window. */
    public void halt() {
        SignerSession running = session;
        if (running != null) {
            running.close();
        }
    }

    /** Somebody is at the window: the time without use begins anew. */
    public void used() {
        Instant now = surroundings.clock().instant();
        if (lastWord.plus(BETWEEN_WORDS).isBefore(now)) {
            lastWord = now;
            stay();
        }
    }

    /** Asks the chain's node anew what the account holds. */
    public void refresh() {
        address().ifPresent(funds::ask);
    }

    private void stay() {
        SignerSession running = session;
        if (running != null && state.get() instanceof WalletState.Unlocked) {
            int seconds = Math.toIntExact(idle.getValue().toSeconds());
            background.run(
                    () -> running.process().ask(new SignerRequest.Stay(seconds), SignerReply.Done.class),
                    done -> {},
                    // Then it has ended, and its end is told otherwise.
                    failure -> {});
        }
    }

    private <T extends SignerReply> void begin(
            Work work, Duration time, Supplier<SignerRequest> request, Class<T> expected, Consumer<T> done) {
        WalletState before = state.get();
        forget();
        SignerSession started = new SignerSession();
        session = started;
        problem.set(null);
        state.set(new WalletState.Working(work));
        Consumer<SignerEnd> ended = end -> background.ui().run(() -> ended(started, end));
        background.run(
                () -> started.begin(surroundings.signer(), time, ended, request.get(), expected),
                reply -> {
                    if (session == started && started.isOver()) {
                        fail(before, diedEarly());
                    } else if (session == started) {
                        done.accept(reply);
                    }
                },
                failure -> {
                    if (session == started) {
                        fail(before, failure);
                    }
                });
    }

    /** @param otherwise where it stands when it could not be saved */
    private void save(Address address, String keystore, WalletState otherwise) {
        SignerSession saving = session;
        problem.set(null);
        state.set(new WalletState.Working(Work.SAVING));
        background.run(
                () -> {
                    Wallets.saveSealed(keystore, file());
                    return address;
                },
                saved -> {
                    unsaved = null;
                    if (session == saving && saving != null && !saving.isOver()) {
                        open(saved);
                        stay();
                    } else {
                        look();
                    }
                },
                failure -> {
                    if (session != saving) {
                        look();
                    } else if (otherwise instanceof WalletState.None) {
                        fail(otherwise, failure);
                    } else {
                        rest(otherwise, failure);
                    }
                });
    }

    private void fail(WalletState where, DeskException failure) {
        forget();
        rest(where, failure);
    }

    private static DeskException diedEarly() {
        return new DeskException(ProblemCode.WALLET_LOCKED, "The signer process ended as soon as it was open.");
    }

    private void open(Address address) {
        SignerSession opened = session;
        if (opened != null) {
            signer = new RemoteSigner(opened.process(), address);
            state.set(new WalletState.Unlocked(address));
            lastWord = surroundings.clock().instant();
            funds.ask(address);
        }
    }

    private void ended(SignerSession which, SignerEnd end) {
        which.end();
        if (session != which) {
            return;
        }
        switch (state.get()) {
            case WalletState.Unlocked(Address address) -> {
                forget();
                rest(new WalletState.Locked(address, end == SignerEnd.IDLE ? Because.IDLE : Because.DIED), null);
            }
            case WalletState.WritingDown words -> lostBeforeSaved();
            case WalletState.Confirming words -> lostBeforeSaved();
            default -> {
                // Who asked it for something hears of its end as well; what is being saved is then found locked.
            }
        }
    }

    private void lostBeforeSaved() {
        forget();
        rest(
                new WalletState.None(),
                new DeskException(
                        ProblemCode.WALLET_LOCKED,
                        "The signer process ended before the new wallet was saved. Its words are worth nothing."));
    }

    private void forget() {
        halt();
        session = null;
        signer = null;
        unsaved = null;
    }

    private void rest(WalletState where, @Nullable DeskException failure) {
        state.set(where);
        problem.set(failure);
        address().ifPresentOrElse(funds::ask, funds::forget);
    }

    private Path file() {
        return surroundings.file();
    }
}
