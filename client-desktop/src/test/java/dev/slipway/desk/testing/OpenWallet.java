package dev.slipway.desk.testing;

import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.launch.Bill;
import dev.slipway.desk.launch.underway.AuthorWallet;
import dev.slipway.desk.launch.underway.ConfirmingSigner;
import dev.slipway.desk.pay.Quote;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.signing.TypedData;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** A wallet whose key is in the test, which notes what was confirmed. */
public final class OpenWallet implements AuthorWallet {
    private final LocalSigner signer =
            LocalSigner.fromPrivateKey("ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    private final List<Quote> allowed = new CopyOnWriteArrayList<>();

    @Override
    public ObservableValue<@Nullable Address> address() {
        return new SimpleObjectProperty<>(signer.address());
    }

    @Override
    public ObservableValue<Boolean> unlocked() {
        return new SimpleObjectProperty<>(true);
    }

    @Override
    public Optional<ConfirmingSigner> signer() {
        return Optional.of(new Confirming());
    }

    @Override
    public void spent() {
        // Nobody looks at its balance.
    }

    private final class Confirming implements ConfirmingSigner {
        @Override
        public Address address() {
            return signer.address();
        }

        @Override
        public String sign(TypedData data) {
            return signer.sign(data);
        }

        @Override
        public SignedTransaction sign(Transfer transfer) {
            return signer.sign(transfer);
        }

        @Override
        public SignedTransaction sign(TokenCall call) {
            return signer.sign(call);
        }

        @Override
        public void allow(Quote confirmed, Bill bill) {
            allowed.add(confirmed);
        }
    }

    /** What was confirmed, in its order. */
    public List<Quote> allowed() {
        return List.copyOf(allowed);
    }
}
