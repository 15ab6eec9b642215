package dev.slipway.model.terms;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * What publishing costs, in wei or, where the prices are in a token, in its smallest unit. Every member is zero or more, and
 * decimal text, because it exceeds what JSON numbers carry exactly. A desk forecasts with it what the server will offer; only a signed offer binds.
 *
 * @param checkFee for the check of what arrives; kept where the check ends in a refusal
 * @param fixed for any publication, beside the check fee
 * @param perMinute for each minute of the film, counted by its started seconds
 * @param perGigabyte for each 10⁹ bytes of the files, counted by the byte
 */
public record PriceList(String checkFee, String fixed, String perMinute, String perGigabyte) {
    private static final BigInteger SECONDS_A_MINUTE = BigInteger.valueOf(60);
    private static final BigInteger BYTES_A_GIGABYTE = BigInteger.valueOf(1_000_000_000);
    private static final long MICROS_A_SECOND = 1_000_000;
    /** Nothing larger fits into a transaction. */
    private static final Pattern AMOUNT = Pattern.compile("0|[1-9][0-9]{0,77}");

    public PriceList {
        requireAmount(checkFee, "check fee");
        requireAmount(fixed, "fixed price");
        requireAmount(perMinute, "price of a minute");
        requireAmount(perGigabyte, "price of a gigabyte");
    }

    /** @throws IllegalArgumentException for an amount that is less than nothing or fits into no transaction */
    public static PriceList of(BigInteger checkFee, BigInteger fixed, BigInteger perMinute, BigInteger perGigabyte) {
        return new PriceList(checkFee.toString(), fixed.toString(), perMinute.toString(), perGigabyte.toString());
    }

    /** The same price for everything. */
    public static PriceList of(BigInteger fixed) {
        return of(BigInteger.ZERO, fixed, BigInteger.ZERO, BigInteger.ZERO);
    }

    /**
     * Check fee included; what time and bytes cost is rounded up to a smallest unit each.
     *
     * @param durationMicros of the manifest's source
     * @param bytes of all files together
     * @throws IllegalArgumentException for less than nothing
     */
    public BigInteger price(long durationMicros, long bytes) {
        if (durationMicros < 0 || bytes < 0) {
            throw new IllegalArgumentException(
                    "a film lasts and takes at least nothing, not " + durationMicros + " µs and " + bytes + " bytes");
        }
        BigInteger seconds = BigInteger.valueOf(Math.ceilDiv(durationMicros, MICROS_A_SECOND));
        return least().add(share(perMinute, seconds, SECONDS_A_MINUTE))
                .add(share(perGigabyte, BigInteger.valueOf(bytes), BYTES_A_GIGABYTE));
    }

    /** What even the shortest film costs. */
    public BigInteger least() {
        return new BigInteger(checkFee).add(new BigInteger(fixed));
    }

    /** Whether the film's length or size changes the price. */
    public boolean dependsOnTheFilm() {
        return !perMinute.equals("0") || !perGigabyte.equals("0");
    }

    private static BigInteger share(String price, BigInteger amount, BigInteger unit) {
        return new BigInteger(price)
                .multiply(amount)
                .add(unit)
                .subtract(BigInteger.ONE)
                .divide(unit);
    }

    private static void requireAmount(String amount, String name) {
        if (amount == null || !AMOUNT.matcher(amount).matches()) {
            throw new IllegalArgumentException("the " + name + " is no amount in the smallest unit");
        }
    }
}
