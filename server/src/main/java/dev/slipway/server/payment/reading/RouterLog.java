package dev.slipway.server.payment.reading;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.server.chain.ChainBlock;
import dev.slipway.server.chain.ChainLog;
import dev.slipway.server.chain.ChainReceipt;
import dev.slipway.server.payment.ledger.BlockRef;
import dev.slipway.server.payment.ledger.Credit;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code Paid(bytes32 indexed reference, address payer, address token, uint256 amount)} as a payment contract wrote it.
 *
 * @param token the zero address for the chain's own coin
 */
record RouterLog(ChainLog log, Bytes32 reference, Address payer, Address token, BigInteger amount) {
    private static final int WORD = 32;

    /** Empty for what is no such entry of this contract in this block: a node may answer more than it was asked. */
    static Optional<RouterLog> parse(ChainLog log, Address router, ChainBlock block) {
        boolean isOurs = log.contract().equals(router)
                && log.blockHash().equals(block.hash())
                && log.topics().size() == 2
                && log.topics().getFirst().equals(RouterContract.PAID);
        return isOurs ? words(log) : Optional.empty();
    }

    private static Optional<RouterLog> words(ChainLog log) {
        byte[] data = Hex.parse(log.data());
        if (data.length != 3 * WORD) {
            return Optional.empty();
        }
        BigInteger amount = new BigInteger(1, Arrays.copyOfRange(data, 2 * WORD, 3 * WORD));
        Optional<Address> payer = address(data, 0);
        Optional<Address> token = address(data, WORD);
        return amount.signum() > 0 && payer.isPresent() && token.isPresent()
                ? Optional.of(new RouterLog(log, log.topics().get(1), payer.get(), token.get(), amount))
                : Optional.empty();
    }

    private static Optional<Address> address(byte[] data, int from) {
        return RouterContract.address(Hex.of(Arrays.copyOfRange(data, from, from + WORD)));
    }

    Credit credit(Address recipient, ChainBlock block) {
        return new Credit(
                log.transactionHash(),
                log.index(),
                reference,
                payer,
                recipient,
                token.equals(Address.ZERO) ? null : token,
                amount,
                ChainReceipt.Outcome.SUCCEEDED,
                BlockRef.of(block),
                block.time());
    }
}
