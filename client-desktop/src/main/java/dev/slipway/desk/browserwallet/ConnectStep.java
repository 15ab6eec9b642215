package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.ChecksumAddress;
import dev.slipway.desk.language.Texts;
import dev.slipway.model.ethereum.Address;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Which account it is. Only a claim of the page until that account has signed. */
final class ConnectStep {
    private final Texts texts;
    private final WalletListener listener;
    private final CompletableFuture<Address> connected = new CompletableFuture<>();
    private @Nullable Address expected;
    private @Nullable Address account;
    private @Nullable String problem;

    ConnectStep(Texts texts, WalletListener listener) {
        this.texts = texts;
        this.listener = listener;
    }

    CompletableFuture<Address> connected() {
        return connected;
    }

    /** From now on no other account will do. */
    synchronized void expect(Address author) {
        expected = author;
    }

    /** @param wallet as it calls itself; only for the listener */
    void take(Address claimed, String wallet) {
        synchronized (this) {
            Address settled = account == null ? expected : account;
            if (settled != null && !settled.equals(claimed)) {
                problem = texts.get("browser-wallet.problem.account", ChecksumAddress.of(settled));
                return;
            }
            account = claimed;
            problem = null;
        }
        connected.complete(claimed);
        listener.heard(new WalletEvent.Connected(claimed, wallet));
    }

    synchronized PageView.Wallet view() {
        @Nullable Address settled = account == null ? expected : account;
        return new PageView.Wallet(
                account == null ? null : account.hex(),
                expected == null ? null : expected.hex(),
                settled == null ? null : ChecksumAddress.of(settled),
                problem);
    }
}
