package dev.slipway.desk.terms;

import dev.slipway.desk.ethereum.Money;
import dev.slipway.desk.ethereum.Wei;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server may ask at most: an amount of the chain's coin, or of one token, because an amount of another one may be worth
 * anything.
 *
 * @param amount in whole units, zero or more
 * @param token its contract; null for the coin
 */
public record PriceLimit(BigDecimal amount, @Nullable Address token) {
    private static final int WEI_DIGITS = 18;
    /** More than any token has. */
    private static final int MOST_DIGITS = 60;

    public PriceLimit {
        Objects.requireNonNull(amount, "amount");
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a limit is not negative");
        }
    }

    /** In the chain's coin. */
    public static PriceLimit ofWei(BigInteger wei) {
        return new PriceLimit(new BigDecimal(wei, WEI_DIGITS), null);
    }

    /**
     * As {@link #toString} writes it.
     *
     * @param text {@code 0.1} for coin, {@code 25@0x…} for a token
     * @throws IllegalArgumentException with a sentence for people, for any other text
     */
    public static PriceLimit parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            return ofWei(Wei.fromEther(text));
        }
        try {
            BigDecimal amount =
                    new BigDecimal(requireShort(text.substring(0, at).strip()));
            if (amount.signum() >= 0 && Math.abs(amount.scale()) <= MOST_DIGITS) {
                return new PriceLimit(amount, new Address(text.substring(at + 1).strip()));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(expected(text), e);
        }
        throw new IllegalArgumentException(expected(text));
    }

    private static String requireShort(String text) {
        if (text.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }

    private static String expected(String text) {
        return "expected an amount in ETH such as 0.1, or an amount of a token and its contract such as 25@0x… with 40 hex"
                + " digits, not \"" + text + "\"";
    }

    /** Of the same coin or token, and no more. */
    boolean allows(Terms terms) {
        return terms.isPaidIn(token) && price(terms).compareTo(amount) <= 0;
    }

    /** The smallest limit that allows these terms. */
    static PriceLimit of(Terms terms) {
        PaymentToken asked = terms.token();
        return new PriceLimit(price(terms), asked == null ? null : asked.address());
    }

    /** Such as {@code 0.1 ETH}: in the words of terms of the same coin or token. */
    String inWords(Terms terms) {
        PaymentToken asked = terms.token();
        return Money.plain(amount) + " " + (asked == null ? "ETH" : asked.symbol());
    }

    private static BigDecimal price(Terms terms) {
        PaymentToken asked = terms.token();
        return new BigDecimal(new BigInteger(terms.price()), asked == null ? WEI_DIGITS : asked.decimals());
    }

    /** Such as {@code 0.1}, or {@code 25@0x…}. */
    @Override
    public String toString() {
        return Money.plain(amount) + (token == null ? "" : "@" + token);
    }
}
