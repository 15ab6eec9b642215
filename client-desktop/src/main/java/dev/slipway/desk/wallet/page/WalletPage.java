package dev.slipway.desk.wallet.page;

import dev.slipway.desk.control.AskedOnce;
import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.ProblemNotice;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of the wallet. */
public final class WalletPage extends VBox {
    private static final double WIDTH = 640;

    private final WalletModel model;
    private final Texts texts;
    private final WalletWords words;
    private final KeystoreChooser chooser;
    /** Kept while a try goes on, so that who mistyped finds the way that was chosen. */
    private NewWalletForm.Way lastWay = NewWalletForm.Way.NEW;

    public WalletPage(WalletModel model, Texts texts, KeystoreChooser chooser) {
        this.model = model;
        this.texts = texts;
        this.words = new WalletWords(texts);
        this.chooser = chooser;
        getStyleClass().add("page");
        Following notices = new Following(this::notices, model.problem(), model.state(), texts.language());
        notices.setSpacing(12);
        notices.managedProperty().bind(javafx.beans.binding.Bindings.isNotEmpty(notices.getChildren()));
        Following content = new Following(() -> List.of(content()), model.state());
        VBox card = new VBox(notices, content);
        card.getStyleClass().add("card");
        card.setSpacing(24);
        card.setMaxWidth(WIDTH);
        getChildren().addAll(Labels.of(texts.of("wallet.title"), "page-title"), card);
        model.refresh();
    }

    private List<Node> notices() {
        List<Node> notices = new ArrayList<>();
        DeskException problem = model.problem().get();
        if (problem != null) {
            notices.add(ProblemNotice.of(texts, words.problem(problem), problem.code(), problem.getMessage()));
        }
        return notices;
    }

    private Node content() {
        return switch (model.state().get()) {
            case WalletState.Unknown unknown -> new VBox();
            case WalletState.None none -> none();
            case WalletState.Working(WalletState.Work work) -> working(work);
            case WalletState.WritingDown words -> new BackupForm(model, texts).words(words);
            case WalletState.Confirming(Backup backup) -> new BackupForm(model, texts).questions(backup);
            case WalletState.Locked locked -> locked(locked);
            case WalletState.Unlocked(Address address) -> unlocked(address);
        };
    }

    private Node none() {
        NewWalletForm form = new NewWalletForm(model, texts, chooser);
        form.way().set(lastWay);
        form.way().subscribe(way -> lastWay = way);
        return form;
    }

    private Node working(WalletState.Work work) {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.accessibleTextProperty().bind(texts.following(() -> words.working(work)));
        Button stop = Buttons.plain(texts.of("wallet.stop"), Feather.X, model::lock);
        stop.setId("wallet-stop");
        return new VBox(16, Labels.wrapped(texts.following(() -> words.working(work)), "strong"), bar, stop);
    }

    private Node locked(WalletState.Locked locked) {
        VBox whole = new VBox(
                24,
                new VBox(
                        6,
                        Labels.of(texts.of("wallet.locked"), "section-title"),
                        Labels.wrapped(texts.following(() -> words.locked(locked.because())), "muted")),
                new UnlockForm(model, texts));
        Address address = locked.address();
        if (address != null) {
            whole.getChildren().add(new AccountView(address, model, texts));
        }
        AskedOnce another = new AskedOnce(
                new AskedOnce.Words(
                        texts.of("wallet.another"), texts.of("wallet.another.question"), texts.of("wallet.another.no")),
                Feather.REPEAT,
                model::putAside);
        another.setId("wallet-another");
        whole.getChildren().add(new VBox(4, another, Labels.wrapped(texts.of("wallet.another.hint"), "exact")));
        return whole;
    }

    private Node unlocked(Address address) {
        Button lock = Buttons.plain(texts.of("wallet.lock"), Feather.LOCK, model::lock);
        lock.setId("wallet-lock");
        HBox line = new HBox(12, lock);
        line.getStyleClass().add("line");
        return new VBox(
                24,
                new VBox(
                        6,
                        Labels.of(texts.of("wallet.open"), "section-title"),
                        Labels.wrapped(texts.of("wallet.open.hint"), "muted")),
                new AccountView(address, model, texts),
                line);
    }
}
