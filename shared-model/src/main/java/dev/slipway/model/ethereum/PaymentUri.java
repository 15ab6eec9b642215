package dev.slipway.model.ethereum;

import java.math.BigInteger;

/** Addresses that wallets read as payments, mostly from a QR code (EIP-681). */
public final class PaymentUri {
    private PaymentUri() {}

    /**
     * A transfer of the chain's own coin without data.
     *
     * @param amount in wei
     */
    public static String ofTransfer(long chainId, Address to, BigInteger amount) {
        return "ethereum:" + to + "@" + chainId + "?value=" + amount;
    }

    /**
     * Calls {@code pay(bytes32)} of the payment contract.
     *
     * @param amount in wei
     */
    public static String ofRouter(long chainId, Address router, Bytes32 reference, BigInteger amount) {
        return "ethereum:" + router + "@" + chainId + "/pay?bytes32=" + reference + "&value=" + amount;
    }
}
