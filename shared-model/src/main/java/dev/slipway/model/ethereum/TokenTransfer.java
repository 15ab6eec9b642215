package dev.slipway.model.ethereum;

import dev.slipway.model.encoding.Hex;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A call of a token's {@code transfer(address,uint256)} (ERC-20) with a reference behind its parameters, which the
 * contract does not read.
 *
 * @param amount in the token's smallest unit, below 2²⁵⁶
 */
public record TokenTransfer(Address to, BigInteger amount, Bytes32 reference) {
    /** Topic of {@code Transfer(address indexed from, address indexed to, uint256 value)}. */
    public static final Bytes32 LOGGED =
            new Bytes32("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef");

    private static final String TRANSFER = "0xa9059cbb";
    private static final int WORD = 2 * 32;
    private static final int INPUT = TRANSFER.length() + 3 * WORD;

    /** Empty for every other input, one byte more or less included. */
    public static Optional<TokenTransfer> parse(String input) {
        if (input.length() != INPUT || !input.startsWith(TRANSFER)) {
            return Optional.empty();
        }
        String words = input.substring(TRANSFER.length());
        return RouterContract.address("0x" + words.substring(0, WORD))
                .map(to -> new TokenTransfer(
                        to,
                        new BigInteger(1, Hex.parse("0x" + words.substring(WORD, 2 * WORD))),
                        new Bytes32("0x" + words.substring(2 * WORD))));
    }

    /** Hex with 0x. */
    public String input() {
        return TRANSFER + AbiWords.of(to) + AbiWords.of(amount) + AbiWords.of(reference);
    }

    /** An address as a topic of a log: 12 zero bytes before its 20. */
    public static Bytes32 topic(Address address) {
        return new Bytes32("0x" + AbiWords.of(address));
    }
}
