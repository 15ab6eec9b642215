package dev.slipway.desk.window;

import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.launch.Bill;
import dev.slipway.desk.launch.underway.AuthorWallet;
import dev.slipway.desk.launch.underway.ConfirmingSigner;
import dev.slipway.desk.pay.Quote;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.RemoteSigner;
import dev.slipway.desk.signer.protocol.Agreement;
import dev.slipway.desk.signer.protocol.PaymentBounds;
import dev.slipway.desk.wallet.page.WalletModel;
import dev.slipway.desk.wallet.page.WalletState;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.signing.TypedData;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The desk's wallet as a launch needs it. */
final class WalletDoor implements AuthorWallet {
    private final WalletModel wallet;
    /** One of each for all: who listens to a value hears of its second change only if that very one is read between. */
    private final ObservableValue<@Nullable Address> address;

    private final ObservableValue<Boolean> unlocked;

    WalletDoor(WalletModel wallet) {
        this.wallet = wallet;
        this.address = wallet.state().map(state -> wallet.address().orElse(null));
        this.unlocked = wallet.state().map(WalletState.Unlocked.class::isInstance);
    }

    @Override
    public ObservableValue<@Nullable Address> address() {
        return address;
    }

    @Override
    public ObservableValue<Boolean> unlocked() {
        return unlocked;
    }

    /** What was paid goes on with a locked wallet too: only its address is asked for then. */
    @Override
    public Optional<ConfirmingSigner> signer() {
        return wallet.address()
                .map(address -> new DoorSigner(address, wallet.signer().orElse(null)));
    }

    @Override
    public void spent() {
        wallet.refresh();
    }

    private record DoorSigner(Address address, @Nullable RemoteSigner open) implements ConfirmingSigner {
        @Override
        public String sign(TypedData data) {
            return unlocked().sign(data);
        }

        @Override
        public SignedTransaction sign(Transfer transfer) {
            return unlocked().sign(transfer);
        }

        @Override
        public SignedTransaction sign(TokenCall call) {
            return unlocked().sign(call);
        }

        @Override
        public void allow(Quote confirmed, Bill bill) {
            Quote.@Nullable Route token = confirmed.token();
            PaymentBounds bounds = new PaymentBounds(
                    confirmed.chainId(),
                    confirmed.recipient(),
                    confirmed.value(),
                    confirmed.mostFee(),
                    confirmed.reference(),
                    token == null ? null : new PaymentBounds.Token(token.contract(), token.router()));
            if (token == null) {
                unlocked().allow(bounds);
            } else {
                String publish = bill.message().typedData(confirmed.chainId()).toJson();
                unlocked().allow(bounds, new Agreement(Json.STRICT.readTree(publish), bill.termsText()));
            }
        }

        private RemoteSigner unlocked() {
            if (open == null) {
                throw new DeskException(ProblemCode.WALLET_LOCKED, "The wallet is locked. Unlock it, then go on.");
            }
            return open;
        }
    }
}
