package dev.slipway.desk.browserwallet;

import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The author's signature under the terms (EIP-712); taken only when it is by the author's key. */
final class SignStep {
    private final SigningOrder order;
    private final OrderWords words;
    private final WalletListener listener;
    private final CompletableFuture<String> signed = new CompletableFuture<>();
    private @Nullable String problem;

    SignStep(SigningOrder order, OrderWords words, WalletListener listener) {
        this.order = order;
        this.words = words;
        this.listener = listener;
    }

    CompletableFuture<String> signed() {
        return signed;
    }

    /** @param signature as the wallet gave it: anything */
    void take(String signature) {
        Optional<Address> signer = Eip712.recover(order.reference(), signature);
        boolean good = signer.equals(Optional.of(order.message().author()));
        synchronized (this) {
            problem = good ? null : words.strangeSignature(order.message().author());
        }
        if (good && signed.complete(withClassicRecovery(signature))) {
            listener.heard(new WalletEvent.Signed(signature));
        }
    }

    synchronized PageView.Sign view() {
        boolean done = signed.isDone();
        return new PageView.Sign(
                done, words.of(order), done ? null : order.typedData().toJson(), problem);
    }

    /** Hardware wallets end a signature with 0 or 1, everybody else with 27 or 28. */
    private static String withClassicRecovery(String signature) {
        byte[] bytes = Hex.parse(signature);
        bytes[64] = bytes[64] < 27 ? (byte) (bytes[64] + 27) : bytes[64];
        return Hex.of(bytes);
    }
}
