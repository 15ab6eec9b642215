package dev.slipway.desk.ethereum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Amounts for people: 1 ETH is 10^18 wei. */
public final class Wei {
    private static final int DECIMALS = 18;

    private Wei() {}

    /** Exact, such as {@code 0.01 ETH}. */
    public static String inEther(BigInteger wei) {
        return etherAlone(wei) + " ETH";
    }

    /** To four figures, such as {@code 0.002346 ETH}, where there is little room. */
    public static String roughlyInEther(BigInteger wei) {
        BigDecimal rough = new BigDecimal(wei).round(new MathContext(4));
        return inEther(rough.toBigIntegerExact());
    }

    /** Exact, such as {@code 0.01}, for a field that takes a number. */
    public static String etherAlone(BigInteger wei) {
        return Money.plain(new BigDecimal(wei, DECIMALS));
    }

    /**
     * @param text an amount in ETH, such as {@code 0.01}
     * @throws IllegalArgumentException when it is none, is negative or is finer than one wei
     */
    public static BigInteger fromEther(String text) {
        if (text.length() > 60) {
            throw new IllegalArgumentException("expected an amount in ETH such as 0.01");
        }
        try {
            BigDecimal ether = new BigDecimal(text.strip());
            if (ether.signum() < 0 || Math.abs(ether.scale()) > 30) {
                throw new IllegalArgumentException("expected an amount in ETH such as 0.01, not \"" + text + "\"");
            }
            return ether.movePointRight(DECIMALS).toBigIntegerExact();
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected an amount in ETH such as 0.01, not \"" + text + "\"", e);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("\"" + text + "\" is finer than one wei (18 decimals)", e);
        }
    }
}
