package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.util.List;
import java.util.Optional;

/**
 * A node's answers. Blocking, bounded by short timeouts, safe for use by many threads. Empty always means that the node
 * answered and has no such thing.
 *
 * <p>Every method throws {@link ChainUnavailable} when the node does not answer, answers with an error, or answers
 * something that cannot be understood.
 */
public interface ChainClient {

    /** EIP-155. */
    long chainId();

    /** The number of the newest block. */
    long head();

    /** The number of the newest block that the chain itself calls final; empty where the node knows no such block. */
    Optional<Long> finalized();

    Optional<ChainBlock> block(long number);

    Optional<ChainBlock> block(Bytes32 hash);

    /** In a block or waiting for one. */
    Optional<ChainTransaction> transaction(Bytes32 hash);

    /** Empty until the transaction is in a block. */
    Optional<ChainReceipt> receipt(Bytes32 transactionHash);

    /** Of all transactions of the block, in their order; empty where the node does not know all of them in that block. */
    Optional<List<ChainReceipt>> receipts(ChainBlock block);

    /**
     * Whether the node's index says that a contract wrote into its log in one block under this first topic. That it says
     * no proves nothing: an index may lag behind its blocks.
     */
    boolean isLogged(Bytes32 blockHash, Address contract, Bytes32 topic);

    /** Whether there is a contract at the newest block, or an account that runs one's code (EIP-7702). */
    boolean hasCode(Address address);

    /** What a contract answers to a call that changes nothing, at the newest block, in hex; {@code 0x} where there is none. */
    String call(Address contract, String input);

    /** The same, empty where the call fails on the chain. */
    Optional<String> tryCall(Address contract, String input);

    /**
     * What a contract's constructor returns when it is run at the newest block and forgotten, in hex; empty when it fails.
     *
     * @param code with its parameters behind it
     */
    Optional<String> run(String code);
}
