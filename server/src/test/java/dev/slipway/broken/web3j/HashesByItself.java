package dev.slipway.broken.web3j;

import org.web3j.crypto.Hash;

/** Uses web3j outside of the chain module. */
public final class HashesByItself {
    private HashesByItself() {}

    public static byte[] hash(byte[] bytes) {
        return Hash.sha3(bytes);
    }
}
