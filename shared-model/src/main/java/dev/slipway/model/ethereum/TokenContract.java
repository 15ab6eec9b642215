package dev.slipway.model.ethereum;

import dev.slipway.model.encoding.Hex;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a token is spoken to, in the contract ABI's encoding: ERC-20, and what a token with permits answers besides
 * (EIP-2612). A test in the server holds these constants against a compiled token.
 */
public final class TokenContract {
    /** The call {@code symbol()}; for its answer see {@link #text}. */
    public static final String SYMBOL_CALL = "0x95d89b41";

    /** The call {@code decimals()}; for its answer see {@link #number}. */
    public static final String DECIMALS_CALL = "0x313ce567";

    /** The call {@code name()}; for its answer see {@link #text}. */
    public static final String NAME_CALL = "0x06fdde03";

    /** The call {@code version()}, of the domain in which permits are signed; for its answer see {@link #text}. */
    public static final String VERSION_CALL = "0x54fd4d50";

    /** The call {@code DOMAIN_SEPARATOR()}, whose answer is one word. */
    public static final String DOMAIN_SEPARATOR_CALL = "0x3644e515";

    private static final String APPROVE = "0x095ea7b3";
    private static final String ALLOWANCE = "0xdd62ed3e";
    private static final String BALANCE = "0x70a08231";
    private static final String NONCES = "0x7ecebe00";

    private static final int WORD = 32;
    /** More than any name of a token that people can read. */
    private static final int MOST_BYTES = 4096;

    private TokenContract() {}

    /** The input of {@code approve(address,uint256)}. */
    public static String approveCall(Address spender, BigInteger amount) {
        return APPROVE + AbiWords.of(spender) + AbiWords.of(amount);
    }

    /** An allowance as a call of {@code approve} sets it. */
    public record Approval(Address spender, BigInteger amount) {}

    /** What a call of {@code approve} allows; empty for every other input. */
    public static Optional<Approval> approval(String input) {
        if (input.length() != APPROVE.length() + 2 * AbiWords.DIGITS || !input.startsWith(APPROVE)) {
            return Optional.empty();
        }
        String words = input.substring(APPROVE.length());
        return RouterContract.address(AbiWords.at(words, 0))
                .map(spender -> new Approval(spender, AbiWords.number(AbiWords.at(words, 1))));
    }

    /** The input of {@code allowance(address,address)}. */
    public static String allowanceCall(Address owner, Address spender) {
        return ALLOWANCE + AbiWords.of(owner) + AbiWords.of(spender);
    }

    /** The input of {@code balanceOf(address)}. */
    public static String balanceCall(Address account) {
        return BALANCE + AbiWords.of(account);
    }

    /** The input of {@code nonces(address)}: of the owner's next permit. */
    public static String noncesCall(Address owner) {
        return NONCES + AbiWords.of(owner);
    }

    /** The number that an answer of one word is; empty for every other answer. */
    public static Optional<BigInteger> number(String answer) {
        return bytes(answer).filter(bytes -> bytes.length == WORD).map(bytes -> new BigInteger(1, bytes));
    }

    /**
     * The text that an answer is: a {@code string}, or, of tokens from before there were any, one word that ends with zeros.
     * Empty for every other answer.
     */
    public static Optional<String> text(String answer) {
        return bytes(answer).flatMap(bytes -> bytes.length == WORD ? padded(bytes) : string(bytes));
    }

    private static Optional<byte[]> bytes(String answer) {
        try {
            return answer.length() > 2 * MOST_BYTES ? Optional.empty() : Optional.of(Hex.parse(answer));
        } catch (IllegalArgumentException noHex) {
            return Optional.empty();
        }
    }

    private static Optional<String> padded(byte[] word) {
        int end = WORD;
        while (end > 0 && word[end - 1] == 0) {
            end--;
        }
        return utf8(Arrays.copyOf(word, end));
    }

    /** Where it begins, its length, its bytes. */
    private static Optional<String> string(byte[] bytes) {
        if (bytes.length < 2 * WORD) {
            return Optional.empty();
        }
        BigInteger start = new BigInteger(1, Arrays.copyOf(bytes, WORD));
        BigInteger length = new BigInteger(1, Arrays.copyOfRange(bytes, WORD, 2 * WORD));
        boolean isThere = start.equals(BigInteger.valueOf(WORD))
                && length.compareTo(BigInteger.valueOf(bytes.length - 2 * WORD)) <= 0;
        return isThere
                ? utf8(Arrays.copyOfRange(bytes, 2 * WORD, 2 * WORD + length.intValueExact()))
                : Optional.empty();
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
