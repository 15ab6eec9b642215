package dev.slipway.server.chain.devchain;

import dev.slipway.model.ethereum.Address;
import java.math.BigInteger;
import org.web3j.crypto.ECDSASignature;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;

/**
 * A transaction's signature.
 *
 * @param parity which of the two points with this r is the signer's, 0 or 1
 */
record Signature(BigInteger r, BigInteger s, int parity) {
    private static final BigInteger ORDER = Sign.CURVE_PARAMS.getN();

    /** @throws RpcError unless it is the low-s signature (EIP-2) of somebody */
    Address signer(byte[] payload) {
        ECDSASignature rs = new ECDSASignature(r, s);
        boolean inRange = r.signum() > 0 && r.compareTo(ORDER) < 0 && s.signum() > 0;
        if (parity < 0 || parity > 1 || !inRange || !rs.isCanonical()) {
            throw invalid();
        }
        return new Address("0x" + Keys.getAddress(publicKey(rs, Hash.sha3(payload))));
    }

    private BigInteger publicKey(ECDSASignature rs, byte[] digest) {
        try {
            BigInteger key = Sign.recoverFromSignature(parity, rs, digest);
            if (key != null) {
                return key;
            }
        } catch (IllegalArgumentException noPoint) {
            throw invalid();
        }
        throw invalid();
    }

    private static RpcError invalid() {
        return RpcError.refused("invalid transaction v, r, s values");
    }
}
