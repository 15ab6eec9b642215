package dev.slipway.desk.launch.underway;

import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.model.ethereum.Address;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The wallet of whoever publishes here. */
public interface AuthorWallet {

    /** Null where there is none. To be used on the window's thread. */
    ObservableValue<@Nullable Address> address();

    /** Whether it can sign now. To be used on the window's thread. */
    ObservableValue<Boolean> unlocked();

    /** Its methods block, and throw {@code wallet-locked} while the wallet is locked. */
    Signer signer();

    /** A person saw this payment in full and confirmed it. Blocking. */
    void allow(Transfer confirmed);
}
