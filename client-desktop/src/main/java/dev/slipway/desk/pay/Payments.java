package dev.slipway.desk.pay;

import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.Transfer;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;

/** Payments on the plain rail: an EIP-1559 transfer to the recipient whose data is the reference. */
public final class Payments {
    /** A transfer with 32 bytes of data needs 22,280 (EIP-7623); accounts with code need some more. */
    private static final BigInteger MOST_GAS = BigInteger.valueOf(200_000);

    /** What the network may take beside a small price; beside a larger one, as much as the price. */
    private static final BigInteger USUAL_FEE = Wei.fromEther("0.02");

    private final Chain chain;
    private final Address payer;

    public Payments(Chain chain, Address payer) {
        this.chain = chain;
        this.payer = payer;
    }

    /**
     * What a payment of these terms would be now, in whichever coin or token they are; nothing is signed here.
     *
     * @param amount in the unit of the price
     * @throws DeskException {@code insufficient-funds}, with how much is missing
     */
    public static Quote quote(Chain chain, Address payer, Terms terms, Bytes32 reference, BigInteger amount) {
        return terms.token() == null
                ? Quote.of(new Payments(chain, payer).quote(terms, reference, amount))
                : new TokenPayments(chain, payer, terms, reference, amount).quote();
    }

    /** The quote of a payment in coin. */
    public static Quote quote(Transfer transfer) {
        return Quote.of(transfer);
    }

    /**
     * The payment as it is to be signed now; nothing is signed here.
     *
     * @param amount in wei
     * @throws DeskException {@code insufficient-funds}, with how much is missing
     */
    public Transfer quote(Terms terms, Bytes32 reference, BigInteger amount) {
        BigInteger balance = chain.balance(payer);
        requireFunds(balance, amount);
        Transfer transfer = new Transfer(
                terms.chainId(),
                chain.nextNonce(payer),
                terms.recipient(),
                amount,
                reference,
                chain.estimateGas(payer, terms.recipient(), amount, reference.hex()),
                chain.fees());
        requireReasonable(transfer);
        requireFunds(balance, transfer.highestCost());
        return transfer;
    }

    /** Gas and fees are the node's word, and a node can be broken or hostile. */
    private static void requireReasonable(Transfer transfer) {
        BigInteger fee = transfer.highestCost().subtract(transfer.value());
        if (transfer.gasLimit().compareTo(MOST_GAS) > 0 || fee.compareTo(USUAL_FEE.max(transfer.value())) > 0) {
            throw new DeskException(
                    ProblemCode.CHAIN_UNAVAILABLE,
                    "The node asks for up to " + Wei.inEther(fee) + " in fees (" + transfer.gasLimit()
                            + " gas) for a plain payment, which is not plausible. Nothing was signed: try another node"
                            + " with --chain-rpc, or later.");
        }
    }

    private void requireFunds(BigInteger balance, BigInteger cost) {
        if (balance.compareTo(cost) < 0) {
            throw new DeskException(
                    ProblemCode.INSUFFICIENT_FUNDS,
                    "The wallet " + payer + " holds " + Wei.inEther(balance) + "; the price and the gas need "
                            + Wei.inEther(cost) + ". It lacks " + Wei.inEther(cost.subtract(balance))
                            + ": put that in and run the same command again.");
        }
    }
}
