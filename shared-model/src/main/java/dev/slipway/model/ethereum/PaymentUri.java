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

    /**
     * Calls {@code approve(address,uint256)} of a token: lets the payment contract take the amount.
     *
     * @param amount in the token's smallest unit
     */
    public static String ofApproval(long chainId, Address token, Address router, BigInteger amount) {
        return "ethereum:" + token + "@" + chainId + "/approve?address=" + router + "&uint256=" + amount;
    }

    /** Calls {@code payToken(bytes32,address,uint256)} of the payment contract, which needs the allowance before. */
    public static String ofTokenPayment(long chainId, Address router, TokenPayment payment) {
        return "ethereum:" + router + "@" + chainId + "/payToken?bytes32=" + payment.reference() + "&address="
                + payment.token() + "&uint256=" + payment.amount();
    }
}
