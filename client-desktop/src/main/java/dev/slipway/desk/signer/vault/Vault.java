package dev.slipway.desk.signer.vault;

import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.ethereum.Keystore;
import dev.slipway.desk.ethereum.LocalSigner;
import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.protocol.Agreement;
import dev.slipway.desk.signer.protocol.PaymentBounds;
import dev.slipway.desk.signer.protocol.Secret;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One key, once it is brought, and the rules of what it signs. For one thread. */
final class Vault {
    private final SecureRandom random;
    private final AllowedPayments payments = new AllowedPayments();
    private @Nullable LocalSigner key;

    Vault(SecureRandom random) {
        this.random = random;
    }

    /** @throws DeskException with why it refuses */
    SignerReply answer(SignerRequest request) {
        return switch (request) {
            case SignerRequest.Create(Secret password) -> create(password);
            case SignerRequest.ImportKey(Secret privateKey, Secret password) -> {
                requireEmpty();
                yield seal(LocalSigner.fromPrivateKey(privateKey.reveal()), password);
            }
            case SignerRequest.ImportPhrase(Secret phrase, Secret password) -> {
                requireEmpty();
                yield seal(LocalSigner.fromPhrase(phrase.reveal()), password);
            }
            case SignerRequest.ImportKeystore(String keystore, Secret password) -> {
                requireEmpty();
                yield seal(Keystore.open(keystore, password.reveal()), password);
            }
            case SignerRequest.Unlock(String keystore, Secret password) -> {
                requireEmpty();
                key = Keystore.open(keystore, password.reveal());
                yield new SignerReply.Opened(key.address());
            }
            case SignerRequest.SignPublication(JsonNode data) -> publication(requireKey(), data);
            case SignerRequest.Allow(PaymentBounds payment, Agreement agreement) -> {
                AgreedToken.require(payment, agreement, requireKey().address());
                payments.allow(payment);
                yield new SignerReply.Done();
            }
            case SignerRequest.SignPayment(Transfer transfer) -> payment(requireKey(), transfer);
            case SignerRequest.SignTokenCall(TokenCall call) -> tokenCall(requireKey(), call);
            case SignerRequest.Stay stay -> new SignerReply.Done();
            case SignerRequest.Lock lock -> new SignerReply.Done();
        };
    }

    private SignerReply create(Secret password) {
        requireEmpty();
        String phrase = LocalSigner.newPhrase(random);
        LocalSigner fresh = LocalSigner.fromPhrase(phrase);
        String keystore = Keystore.seal(fresh, password.reveal());
        key = fresh;
        return new SignerReply.Created(Secret.of(phrase), fresh.address(), keystore);
    }

    private SignerReply seal(LocalSigner brought, Secret password) {
        String keystore = Keystore.seal(brought, password.reveal());
        key = brought;
        return new SignerReply.Sealed(brought.address(), keystore);
    }

    private SignerReply publication(LocalSigner signer, JsonNode data) {
        PublishOnly publish = PublishOnly.read(data);
        if (!publish.message().author().equals(signer.address())) {
            throw new DeskException(
                    ProblemCode.SIGNING_REFUSED,
                    "The author of this publication is " + publish.message().author() + ", but the wallet is "
                            + signer.address() + ". Nothing was signed.");
        }
        Bytes32 digest = Eip712.digest(publish.data());
        payments.signed(digest, publish.chainId());
        return new SignerReply.Signed(digest, signer.sign(publish.data()));
    }

    private SignerReply payment(LocalSigner signer, Transfer transfer) {
        payments.take(transfer);
        return new SignerReply.Paid(signer.sign(transfer));
    }

    private SignerReply tokenCall(LocalSigner signer, TokenCall call) {
        payments.take(call);
        return new SignerReply.Paid(signer.sign(call));
    }

    private LocalSigner requireKey() {
        LocalSigner here = key;
        if (here == null) {
            throw new DeskException(ProblemCode.WALLET_LOCKED, "The wallet is locked: nothing was signed.");
        }
        return here;
    }

    /** One process, one key: another wallet gets another process. */
    private void requireEmpty() {
        if (key != null) {
            throw new DeskException(ProblemCode.WRONG_STATE, "A wallet is open already; lock it first.");
        }
    }
}
