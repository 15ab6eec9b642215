package dev.slipway.desk.ethereum;

import dev.slipway.model.terms.PaymentToken;
import dev.slipway.model.terms.Terms;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * What amounts are in, for people: a token, or the chain's own coin.
 *
 * @param token null for the coin
 */
public record Money(@Nullable PaymentToken token) {
    public static final Money COIN = new Money(null);

    public static Money of(Terms terms) {
        return new Money(terms.token());
    }

    /** Exact, such as {@code 5.25 USDC}. */
    public String text(BigInteger amount) {
        return token == null ? Wei.inEther(amount) : alone(amount) + " " + token.symbol();
    }

    /** To four figures, where there is little room. */
    public String roughly(BigInteger amount) {
        return token == null
                ? Wei.roughlyInEther(amount)
                : text(new BigDecimal(amount).round(new MathContext(4)).toBigIntegerExact());
    }

    /** Exact, such as {@code 5.25}, for a field that takes a number. */
    public String alone(BigInteger amount) {
        return token == null ? Wei.etherAlone(amount) : plain(new BigDecimal(amount, token.decimals()));
    }

    /** In whole units, without an exponent and without zeros at the end. */
    public static String plain(BigDecimal amount) {
        BigDecimal bare = amount.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString();
    }
}
