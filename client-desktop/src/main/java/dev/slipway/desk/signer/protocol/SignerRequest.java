package dev.slipway.desk.signer.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.ethereum.Transfer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a signer is asked. Until one of the first five brought a key, it refuses to sign anything. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SignerRequest.Create.class, name = "create"),
    @JsonSubTypes.Type(value = SignerRequest.ImportKey.class, name = "import-key"),
    @JsonSubTypes.Type(value = SignerRequest.ImportPhrase.class, name = "import-phrase"),
    @JsonSubTypes.Type(value = SignerRequest.ImportKeystore.class, name = "import-keystore"),
    @JsonSubTypes.Type(value = SignerRequest.Unlock.class, name = "unlock"),
    @JsonSubTypes.Type(value = SignerRequest.SignPublication.class, name = "sign-publication"),
    @JsonSubTypes.Type(value = SignerRequest.Allow.class, name = "allow"),
    @JsonSubTypes.Type(value = SignerRequest.SignPayment.class, name = "sign-payment"),
    @JsonSubTypes.Type(value = SignerRequest.SignTokenCall.class, name = "sign-token-call"),
    @JsonSubTypes.Type(value = SignerRequest.Stay.class, name = "stay"),
    @JsonSubTypes.Type(value = SignerRequest.Lock.class, name = "lock")
})
public sealed interface SignerRequest {

    /** What is to be wiped once it was heard. */
    default List<Secret> secrets() {
        return List.of();
    }

    /** A new phrase of twelve words, and the key of its first account sealed with the password. */
    record Create(Secret password) implements SignerRequest {
        public Create {
            Objects.requireNonNull(password, "password");
        }

        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }
    }

    /** @param privateKey 64 hex digits */
    record ImportKey(Secret privateKey, Secret password) implements SignerRequest {
        public ImportKey {
            Objects.requireNonNull(privateKey, "privateKey");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public List<Secret> secrets() {
            return List.of(privateKey, password);
        }
    }

    /** @param phrase 12 to 24 BIP-39 words; the account is m/44'/60'/0'/0/0 */
    record ImportPhrase(Secret phrase, Secret password) implements SignerRequest {
        public ImportPhrase {
            Objects.requireNonNull(phrase, "phrase");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public List<Secret> secrets() {
            return List.of(phrase, password);
        }
    }

    /** @param password opens the keystore and seals it again, at the standard cost */
    record ImportKeystore(String keystore, Secret password) implements SignerRequest {
        public ImportKeystore {
            Objects.requireNonNull(keystore, "keystore");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }
    }

    record Unlock(String keystore, Secret password) implements SignerRequest {
        public Unlock {
            Objects.requireNonNull(keystore, "keystore");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public List<Secret> secrets() {
            return List.of(password);
        }
    }

    /** @param data EIP-712 typed data as {@code eth_signTypedData_v4} takes it; only our {@code Publish} is signed */
    record SignPublication(JsonNode data) implements SignerRequest {
        public SignPublication {
            Objects.requireNonNull(data, "data");
        }
    }

    /**
     * A person confirmed this payment; no other one is signed.
     *
     * @param agreement needed for a payment in a token: contracts that may take something are those of signed terms
     */
    record Allow(PaymentBounds payment, @Nullable Agreement agreement) implements SignerRequest {
        public Allow {
            Objects.requireNonNull(payment, "payment");
        }

        /** In the chain's own coin. */
        public Allow(PaymentBounds payment) {
            this(payment, null);
        }
    }

    record SignPayment(Transfer transfer) implements SignerRequest {
        public SignPayment {
            Objects.requireNonNull(transfer, "transfer");
        }
    }

    record SignTokenCall(TokenCall call) implements SignerRequest {
        public SignTokenCall {
            Objects.requireNonNull(call, "call");
        }
    }

    /** Somebody is there: the idle time begins anew and is as long as said from now on. */
    record Stay(int idleSeconds) implements SignerRequest {}

    /** The process ends, and the key with it. */
    record Lock() implements SignerRequest {}
}
