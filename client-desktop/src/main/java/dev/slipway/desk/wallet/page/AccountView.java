package dev.slipway.desk.wallet.page;

import dev.slipway.desk.control.Buttons;
import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.wallet.funds.Funds;
import dev.slipway.model.ethereum.Address;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** An account's address and what it holds. */
final class AccountView extends VBox {

    AccountView(Address address, WalletModel model, Texts texts) {
        super(16);
        WalletWords words = new WalletWords(texts);
        ObservableValue<Funds> funds = model.funds().funds();
        Label balance = Labels.of(texts.following(() -> words.balance(funds.getValue()), funds), "figure");
        balance.setId("wallet-balance");
        Tooltip exact = new Tooltip();
        exact.textProperty().bind(texts.following(() -> words.exactBalance(funds.getValue()), funds));
        balance.setTooltip(exact);
        balance.accessibleHelpProperty().bind(exact.textProperty());
        Label network = Labels.wrapped(texts.following(() -> words.beneathBalance(funds.getValue()), funds), "muted");
        network.setId("wallet-network");
        Button refresh = Buttons.sign(texts.of("wallet.refresh"), Feather.REFRESH_CW, model::refresh);
        HBox line = new HBox(8, balance, refresh);
        line.getStyleClass().add("line");
        getChildren()
                .addAll(
                        new VBox(4, Labels.of(texts.of("wallet.balance"), "field-label"), line, network),
                        new VBox(6, Labels.of(texts.of("wallet.address"), "field-label"), address(address, texts)));
    }

    private static HBox address(Address address, Texts texts) {
        // A field that cannot be changed: its text can be chosen and copied by hand, too.
        TextField shown = new TextField(address.hex());
        shown.setId("wallet-address");
        shown.setEditable(false);
        shown.getStyleClass().add("address");
        shown.accessibleTextProperty().bind(texts.of("wallet.address"));
        HBox.setHgrow(shown, Priority.ALWAYS);
        BooleanProperty copied = new SimpleBooleanProperty();
        Button copy = Buttons.plain(
                texts.following(() -> texts.get(copied.get() ? "wallet.copied" : "wallet.copy"), copied),
                Feather.COPY,
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(address.hex());
                    copied.set(Clipboard.getSystemClipboard().setContent(content));
                });
        copy.setId("wallet-copy");
        copy.focusedProperty().subscribe(focused -> copied.set(focused && copied.get()));
        copy.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, shown, copy);
        line.getStyleClass().add("line");
        return line;
    }
}
