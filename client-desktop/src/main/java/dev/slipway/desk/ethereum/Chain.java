package dev.slipway.desk.ethereum;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The chain as its node tells it. Every method blocks for one request at most, and throws {@link
 * dev.slipway.desk.problem.DeskException} with {@code chain-unavailable} when the node is away: that never means "not
 * there".
 */
public interface Chain {

    long chainId();

    /** In wei, at the newest block. */
    BigInteger balance(Address account);

    /** Of the account's next transaction, those in the node's pool counted. */
    BigInteger nextNonce(Address account);

    /** How many transactions of the account are in blocks. */
    BigInteger minedNonce(Address account);

    /** @param data in hex */
    BigInteger estimateGas(Address from, Address to, BigInteger value, String data);

    Fees fees();

    /** Hands the bytes to the node; does nothing when the node already has them, in its pool or in a block. */
    void send(SignedTransaction transaction);

    /** Whether the node has the transaction in its pool or in a block. */
    boolean knows(Bytes32 transactionHash);

    /** What the node has under the hash, in its pool or in a block; whoever sent it. */
    Optional<ChainTransaction> transaction(Bytes32 hash);

    /** Whether a transaction that is in a block was undone there; its value has not moved. */
    boolean isReverted(Bytes32 hash);

    /** Of the newest block. */
    long newestBlock();

    /** What the account sent in that block; nothing when there is no such block yet. */
    List<ChainTransaction> sentIn(long block, Address account);

    /**
     * What a contract answers to a call that changes nothing, at the newest block, in hex; {@code 0x} where there is none.
     * Empty where the call fails on the chain.
     */
    Optional<String> call(Address contract, String input);

    /** Whether there is a payment contract at this address that hands everything on to that recipient. */
    boolean pays(Address router, Address recipient);
}
