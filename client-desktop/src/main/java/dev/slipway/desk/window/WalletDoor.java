package dev.slipway.desk.window;

import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.launch.underway.AuthorWallet;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** TEMPORARY until the wallet's page is merged. */
final class WalletDoor implements AuthorWallet {
    @Override
    public ObservableValue<@Nullable Address> address() {
        return new SimpleObjectProperty<>();
    }

    @Override
    public ObservableValue<Boolean> unlocked() {
        return new SimpleObjectProperty<>(false);
    }

    @Override
    public Signer signer() {
        throw new DeskException(ProblemCode.WALLET_LOCKED, "There is no wallet.");
    }

    @Override
    public void allow(Transfer confirmed) {
        throw new DeskException(ProblemCode.WALLET_LOCKED, "There is no wallet.");
    }
}
