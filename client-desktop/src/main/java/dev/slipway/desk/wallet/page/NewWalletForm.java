package dev.slipway.desk.wallet.page;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Following;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.control.LinesField;
import dev.slipway.desk.control.Segments;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.signer.protocol.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where there is no wallet yet: a new one, or one from elsewhere. */
final class NewWalletForm extends VBox {
    private static final int PHRASE_LINES = 3;

    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(this, "way", Way.NEW);
    private final WalletModel model;
    private final Texts texts;
    private final KeystoreChooser chooser;

    /** How a wallet comes to be here. */
    enum Way {
        NEW,
        PHRASE,
        KEY,
        KEYSTORE;

        String key() {
            return "wallet.way." + name().toLowerCase(Locale.ROOT);
        }
    }

    NewWalletForm(WalletModel model, Texts texts, KeystoreChooser chooser) {
        super(24);
        this.model = model;
        this.texts = texts;
        this.chooser = chooser;
        Following form = new Following(() -> List.of(form()), way);
        getChildren()
                .addAll(
                        new VBox(
                                6,
                                Labels.of(texts.of("wallet.none"), "section-title"),
                                Labels.wrapped(texts.of("wallet.none.hint"), "muted")),
                        new Segments<>(way, Way.values(), each -> texts.of(each.key()), texts.of("wallet.way")),
                        form);
    }

    ObjectProperty<Way> way() {
        return way;
    }

    private Node form() {
        return switch (way.get()) {
            case NEW -> fresh();
            case PHRASE -> phrase();
            case KEY -> key();
            case KEYSTORE -> keystore();
        };
    }

    private Node fresh() {
        NewPassword password = new NewPassword(texts);
        return filled(
                Labels.wrapped(texts.of("wallet.way.new.hint"), "muted"),
                password,
                button("wallet.create", Feather.PLUS, password, () -> model.create(password.take())));
    }

    private Node phrase() {
        LinesField words = new LinesField(PHRASE_LINES);
        words.setId("wallet-phrase");
        NewPassword password = new NewPassword(texts);
        return filled(
                new Labelled(texts, "wallet.phrase", words),
                password,
                button(
                        "wallet.import",
                        Feather.DOWNLOAD,
                        password,
                        words.textProperty().isNotEmpty(),
                        () -> {
                            Secret phrase = cut(words.getText());
                            words.clear();
                            model.importPhrase(phrase, password.take());
                        }));
    }

    /** What is longer than any is none, and is refused as that. */
    private static Secret cut(String typed) {
        String text = typed.strip();
        return Secret.of(text.substring(0, Math.min(text.length(), Secret.MOST_CHARACTERS)));
    }

    private Node key() {
        PasswordField digits = new PasswordField();
        digits.setId("wallet-key");
        NewPassword password = new NewPassword(texts);
        return filled(
                new Labelled(texts, "wallet.key", digits),
                password,
                button(
                        "wallet.import",
                        Feather.DOWNLOAD,
                        password,
                        digits.textProperty().isNotEmpty(),
                        () -> {
                            Secret key = cut(digits.getText());
                            digits.clear();
                            model.importKey(key, password.take());
                        }));
    }

    private Node keystore() {
        ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
        Button choose = Buttons.plain(
                texts.of("wallet.keystore.choose"),
                Feather.FOLDER,
                () -> chooser.choose().ifPresent(file::set));
        choose.setId("wallet-keystore-choose");
        Label name = Labels.of(
                texts.following(
                        () -> file.get() == null
                                ? texts.get("wallet.keystore.none")
                                : String.valueOf(file.get().getFileName()),
                        file),
                "muted");
        HBox line = new HBox(12, choose, name);
        line.getStyleClass().add("line");
        PasswordField password = new PasswordField();
        password.setId("wallet-keystore-password");
        Runnable bring = () -> {
            Path chosen = file.get();
            if (chosen != null && !password.getText().isEmpty()) {
                Secret secret = Secret.of(password.getCharacters());
                password.clear();
                model.importKeystore(chosen, secret);
            }
        };
        password.setOnAction(event -> bring.run());
        Button button = Buttons.primary(texts.of("wallet.import"), Feather.DOWNLOAD, bring);
        button.setId("wallet-go");
        button.disableProperty().bind(file.isNull().or(password.textProperty().isEmpty()));
        return filled(
                new VBox(6, Labels.of(texts.of("wallet.keystore"), "field-label"), line),
                new Labelled(texts, "wallet.keystore.password", password),
                button);
    }

    private Button button(String key, Feather icon, NewPassword password, Runnable action) {
        return button(key, icon, password, password.ready(), action);
    }

    private Button button(String key, Feather icon, NewPassword password, BooleanExpression filledIn, Runnable action) {
        Button button = Buttons.primary(texts.of(key), icon, action);
        button.setId("wallet-go");
        button.disableProperty().bind(password.ready().and(filledIn).not());
        password.onEnter(button::fire);
        return button;
    }

    private static VBox filled(Node... nodes) {
        return new VBox(16, nodes);
    }
}
