package dev.slipway.desk.browserwallet;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * That a wallet was asked for a payment, noted before it was asked. From then on the payment may exist, whatever becomes
 * of the answer; the first nonce and block say from where on the chain is to be searched for it.
 *
 * @param reference of the payment, or what stands for its allowance
 * @param amount in the unit of the price, of the last time that it was asked
 * @param payer the account that was asked
 * @param nonce how many transactions of the account were in blocks before
 * @param block the newest one before
 * @param hash what the wallet answered, not yet believed; null while it has not answered
 * @param refused whether the wallet's last word was no
 */
public record AskedPayment(
        Bytes32 reference,
        BigInteger amount,
        Address payer,
        BigInteger nonce,
        long block,
        @Nullable Bytes32 hash,
        boolean refused) {

    static AskedPayment first(PaymentOrder order, Address payer, BigInteger nonce, long block) {
        return new AskedPayment(order.key(), order.amount(), payer, nonce, block, null, false);
    }

    AskedPayment askedAgain(BigInteger nowAmount) {
        return new AskedPayment(reference, nowAmount, payer, nonce, block, hash, false);
    }

    AskedPayment withRefusal() {
        return new AskedPayment(reference, amount, payer, nonce, block, hash, true);
    }

    AskedPayment withHash(@Nullable Bytes32 claimed) {
        return new AskedPayment(reference, amount, payer, nonce, block, claimed, false);
    }
}
