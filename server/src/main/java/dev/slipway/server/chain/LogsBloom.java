package dev.slipway.server.chain;

import dev.slipway.model.encoding.Hex;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;

/**
 * The filter in a block's header over who logged what (Yellow Paper, 4.4.3): it may say yes where nothing was logged, and
 * never no where something was.
 *
 * @param bits as the one number that the header's 256 bytes are
 */
public record LogsBloom(BigInteger bits) {
    private static final int BITS = 2048;
    private static final int BITS_OF_ENTRY = 3;
    private static final BigInteger ALL = BigInteger.ONE.shiftLeft(BITS).subtract(BigInteger.ONE);

    /** Of a chain that has none, or one that it does not keep. */
    public static final LogsBloom SAYS_NOTHING = new LogsBloom(ALL);

    /** @param header hex with 0x; whatever is no filter says nothing */
    static LogsBloom parse(@Nullable String header) {
        if (header == null || header.length() != 2 + BITS / 4) {
            return SAYS_NOTHING;
        }
        return new LogsBloom(new BigInteger(1, Hex.parse(header)));
    }

    /** As the chain's nodes make it. */
    public static LogsBloom of(List<ChainLog> logs) {
        BigInteger bits = BigInteger.ZERO;
        for (ChainLog log : logs) {
            bits = bits.or(bitsOf(Hex.parse(log.contract().hex())));
            for (Bytes32 topic : log.topics()) {
                bits = bits.or(bitsOf(topic.bytes()));
            }
        }
        return new LogsBloom(bits);
    }

    /**
     * Whether it was made from the logs at all: some chains write all ones or all zeros there. A block without any log has
     * zeros too.
     */
    public boolean saysSomething() {
        return bits.signum() > 0 && !bits.equals(ALL);
    }

    public boolean mayHold(Address contract, Bytes32 topic) {
        return holds(Hex.parse(contract.hex())) && holds(topic.bytes());
    }

    private boolean holds(byte[] entry) {
        BigInteger wanted = bitsOf(entry);
        return bits.and(wanted).equals(wanted);
    }

    /** Three bits, each named by eleven of the entry's Keccak-256. */
    private static BigInteger bitsOf(byte[] entry) {
        byte[] hash = Hash.sha3(entry);
        BigInteger bits = BigInteger.ZERO;
        for (int pair = 0; pair < 2 * BITS_OF_ENTRY; pair += 2) {
            int number = (Byte.toUnsignedInt(hash[pair]) << Byte.SIZE | Byte.toUnsignedInt(hash[pair + 1])) % BITS;
            bits = bits.setBit(number);
        }
        return bits;
    }
}
