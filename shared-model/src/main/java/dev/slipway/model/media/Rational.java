package dev.slipway.model.media;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;

/** An exact ratio such as a frame rate; its text form, also in JSON, is {@code "30000/1001"}. Always in lowest terms. */
public record Rational(long numerator, long denominator) implements Comparable<Rational> {

    public Rational {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException("a rate needs a non-negative numerator and a positive denominator, not "
                    + numerator + "/" + denominator);
        }
        long divisor = numerator == 0
                ? denominator
                : BigInteger.valueOf(numerator)
                        .gcd(BigInteger.valueOf(denominator))
                        .longValueExact();
        numerator /= divisor;
        denominator /= divisor;
    }

    @JsonCreator
    public static Rational parse(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? new Rational(Long.parseLong(text), 1)
                    : new Rational(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a rate such as 30000/1001, not \"" + text + "\"", e);
        }
    }

    public double toDouble() {
        return (double) numerator / denominator;
    }

    @Override
    public int compareTo(Rational other) {
        return BigInteger.valueOf(numerator)
                .multiply(BigInteger.valueOf(other.denominator))
                .compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    @Override
    @JsonValue
    public String toString() {
        return numerator + "/" + denominator;
    }
}
