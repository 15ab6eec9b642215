package dev.slipway.desk.window;

import dev.slipway.desk.control.Labels;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.wallet.funds.Funds;
import dev.slipway.desk.wallet.page.WalletModel;
import dev.slipway.desk.wallet.page.WalletState;
import dev.slipway.desk.wallet.page.WalletWords;
import dev.slipway.model.ethereum.Address;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** At the foot of the rail: whose wallet it is, on which network, and whether it is locked. */
final class WalletBadge extends VBox {
    private final WalletModel wallet;
    private final Texts texts;

    WalletBadge(WalletModel wallet, Texts texts) {
        super(2);
        this.wallet = wallet;
        this.texts = texts;
        getStyleClass().add("wallet-badge");
        setId("wallet-badge");
        FontIcon sign = new FontIcon(Feather.LOCK);
        sign.iconCodeProperty()
                .bind(wallet.state()
                        .map(state -> state instanceof WalletState.Unlocked ? Feather.UNLOCK : Feather.LOCK));
        Label address = Labels.of(
                texts.following(() -> wallet.address().map(Address::abbreviated).orElse(""), wallet.state()), "exact");
        Label network = Labels.of(
                texts.following(this::network, wallet.state(), wallet.funds().funds()), "exact");
        getChildren().addAll(sign, address, network);
        accessibleTextProperty()
                .bind(texts.following(
                        () -> address.getText() + " " + network.getText(),
                        address.textProperty(),
                        network.textProperty()));
        visibleProperty().bind(wallet.state().map(state -> wallet.address().isPresent()));
    }

    private String network() {
        return wallet.funds().funds().get() instanceof Funds.Known known
                ? new WalletWords(texts).shortNetwork(known.chainId())
                : texts.get("wallet.network.none");
    }
}
