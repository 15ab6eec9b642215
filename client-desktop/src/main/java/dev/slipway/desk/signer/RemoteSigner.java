package dev.slipway.desk.signer;

import dev.slipway.desk.ethereum.Eip712;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.ethereum.TokenCall;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.signer.protocol.Agreement;
import dev.slipway.desk.signer.protocol.PaymentBounds;
import dev.slipway.desk.signer.protocol.SignerReply;
import dev.slipway.desk.signer.protocol.SignerRequest;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.signing.TypedData;
import java.util.Optional;

/**
 * Signs by asking the signer process. Every method blocks, so none is for the window's thread; each throws {@link
 * DeskException} {@code wallet-locked} once the process is gone, and {@code signing-refused} for what it does not sign.
 */
public final class RemoteSigner implements Signer {
    private final SignerProcess process;
    private final Address address;

    /** @param process in which the account's key is */
    public RemoteSigner(SignerProcess process, Address address) {
        this.process = process;
        this.address = address;
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public String sign(TypedData data) {
        SignerReply.Signed signed = process.ask(
                new SignerRequest.SignPublication(Json.STRICT.readTree(data.toJson())), SignerReply.Signed.class);
        if (!Eip712.recover(Eip712.digest(data), signed.signature()).equals(Optional.of(address))) {
            throw new DeskException(ProblemCode.INTERNAL, "The signer signed something else than was asked.");
        }
        return signed.signature();
    }

    /**
     * A person saw this payment in full and confirmed it. Without that the process signs no transfer, and with it only
     * one that is exactly so, however often it is asked.
     */
    public void allow(PaymentBounds payment) {
        process.ask(new SignerRequest.Allow(payment), SignerReply.Done.class);
    }

    /**
     * The same for a payment in a token, which the process compares with what was signed: its contracts are let to take
     * nothing else, and never more.
     */
    public void allow(PaymentBounds payment, Agreement agreement) {
        process.ask(new SignerRequest.Allow(payment, agreement), SignerReply.Done.class);
    }

    @Override
    public SignedTransaction sign(Transfer transfer) {
        return process.ask(new SignerRequest.SignPayment(transfer), SignerReply.Paid.class)
                .transaction();
    }

    @Override
    public SignedTransaction sign(TokenCall call) {
        return process.ask(new SignerRequest.SignTokenCall(call), SignerReply.Paid.class)
                .transaction();
    }
}
