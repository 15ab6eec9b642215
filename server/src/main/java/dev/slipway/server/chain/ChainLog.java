package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.util.List;

/**
 * An entry of a contract's log.
 *
 * @param data hex with 0x
 * @param index within its transaction: within its block, another payment before it shifts it
 */
public record ChainLog(
        Address contract, List<Bytes32> topics, String data, Bytes32 transactionHash, Bytes32 blockHash, int index) {
    public ChainLog {
        topics = List.copyOf(topics);
    }
}
