package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.signing.TypedData;

/** Signs with one account's key. The key itself is never given out. */
public interface Signer {

    Address address();

    /**
     * Signs what the data says, not a digest that could stand for anything.
     *
     * @return 65 bytes r ‖ s ‖ v in hex, s in the lower half (EIP-2), v 27 or 28
     */
    String sign(TypedData data);

    SignedTransaction sign(Transfer transfer);

    /** With the permit, where the call brings one; that is signed nowhere else. */
    SignedTransaction sign(TokenCall call);
}
