package dev.slipway.model.terms;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.TokenContract;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The token (ERC-20) that prices are in.
 *
 * @param address its contract, which alone says which token it is: everybody can call theirs anything
 * @param symbol for people, 1 to {@value #MOST_CHARACTERS} characters that are seen, written from left to right
 * @param decimals how many digits of an amount in the smallest unit stand behind the point, 0 to {@value #MOST_DECIMALS}
 */
public record PaymentToken(Address address, String symbol, int decimals) {
    static final int MOST_CHARACTERS = 16;
    static final int MOST_DECIMALS = 36;
    private static final Pattern SEEN = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]{1," + MOST_CHARACTERS + "}");

    public PaymentToken {
        Objects.requireNonNull(address, "a token has an address");
        Objects.requireNonNull(symbol, "a token has a symbol");
        if (!isSymbol(symbol)) {
            throw new IllegalArgumentException(
                    "a token's symbol has 1 to " + MOST_CHARACTERS + " printable characters, from left to right");
        }
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("a token has 0 to " + MOST_DECIMALS + " decimals, not " + decimals);
        }
    }

    /**
     * What the contract says of itself. Empty where it does not answer like a token, or with what no person could be shown.
     *
     * @param call answers a call's input with hex; empty where the call fails
     */
    public static Optional<PaymentToken> read(Address address, Function<String, Optional<String>> call) {
        return call.apply(TokenContract.DECIMALS_CALL)
                .flatMap(TokenContract::number)
                .filter(decimals -> decimals.compareTo(BigInteger.valueOf(MOST_DECIMALS)) <= 0)
                .flatMap(decimals -> call.apply(TokenContract.SYMBOL_CALL)
                        .flatMap(TokenContract::text)
                        .filter(PaymentToken::isSymbol)
                        .map(symbol -> new PaymentToken(address, symbol, decimals.intValueExact())));
    }

    /** Neither space, control, mark nor format character, and nothing that turns the direction of the line. */
    private static boolean isSymbol(String text) {
        return SEEN.matcher(text).matches() && text.codePoints().noneMatch(PaymentToken::isFromRightToLeft);
    }

    private static boolean isFromRightToLeft(int character) {
        byte direction = Character.getDirectionality(character);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                || direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
    }
}
