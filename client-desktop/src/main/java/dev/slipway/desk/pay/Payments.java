package dev.slipway.desk.pay;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.SignedTransaction;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;

/** Payments on the plain rail: an EIP-1559 transfer to the recipient whose data is the reference. */
public final class Payments {
    private final Chain chain;
    private final Signer payer;

    public Payments(Chain chain, Signer payer) {
        this.chain = chain;
        this.payer = payer;
    }

    /**
     * Signs the payment and sends nothing: the caller keeps it safe first.
     *
     * @throws DeskException {@code insufficient-funds}, with how much is missing
     */
    public SignedTransaction sign(Terms terms, Bytes32 reference) {
        BigInteger price = new BigInteger(terms.price());
        BigInteger balance = chain.balance(payer.address());
        requireFunds(balance, price);
        Transfer transfer = new Transfer(
                terms.chainId(),
                chain.nextNonce(payer.address()),
                terms.recipient(),
                price,
                reference,
                chain.estimateGas(payer.address(), terms.recipient(), price, reference),
                chain.fees());
        requireFunds(balance, transfer.highestCost());
        return payer.sign(transfer);
    }

    private void requireFunds(BigInteger balance, BigInteger cost) {
        if (balance.compareTo(cost) < 0) {
            throw new DeskException(
                    ProblemCode.INSUFFICIENT_FUNDS,
                    "The wallet " + payer.address() + " holds " + Wei.inEther(balance) + "; the price and the gas need "
                            + Wei.inEther(cost) + ". It lacks " + Wei.inEther(cost.subtract(balance))
                            + ": put that in and run the same command again.");
        }
    }
}
