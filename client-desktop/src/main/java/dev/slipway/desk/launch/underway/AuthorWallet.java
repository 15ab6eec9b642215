package dev.slipway.desk.launch.underway;

import dev.slipway.model.ethereum.Address;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The wallet of whoever publishes here. To be used on the window's thread. */
public interface AuthorWallet {

    /** Null where there is none. */
    ObservableValue<@Nullable Address> address();

    /** Whether it can sign now. */
    ObservableValue<Boolean> unlocked();

    /** As it is now, for one run; empty where there is no wallet. */
    Optional<ConfirmingSigner> signer();

    /** Something was paid from it. */
    void spent();
}
