package dev.slipway.model.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Json;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PriceListTest {
    private static final String ANY_AMOUNT = "1000000000000000000000000000000";
    private static final PriceList PRICES = prices(7, 100, 60, 1_000);

    private static PriceList prices(long checkFee, long fixed, long perMinute, long perGigabyte) {
        return PriceList.of(
                BigInteger.valueOf(checkFee),
                BigInteger.valueOf(fixed),
                BigInteger.valueOf(perMinute),
                BigInteger.valueOf(perGigabyte));
    }

    @Test
    void thePriceIsTheSumOfAllItsParts() {
        assertThat(PRICES.price(90_000_000, 2_500_000_000L)).isEqualTo(7 + 100 + 90 + 2_500);
        assertThat(PRICES.price(0, 0)).isEqualTo(107);
        assertThat(PRICES.least()).isEqualTo(107);
    }

    @Test
    void aStartedSecondCountsWhole() {
        assertThat(PRICES.price(1, 0)).isEqualTo(108);
        assertThat(PRICES.price(1_000_000, 0)).isEqualTo(108);
        assertThat(PRICES.price(1_000_001, 0)).isEqualTo(109);
    }

    @Test
    void everyPartIsRoundedUpToAWei() {
        assertThat(prices(0, 0, 1, 0).price(1_000_000, 0)).isOne();
        assertThat(prices(0, 0, 1, 0).price(60_000_000, 0)).isOne();
        assertThat(prices(0, 0, 1, 0).price(61_000_000, 0)).isEqualTo(2);
        assertThat(prices(0, 0, 0, 1).price(0, 1)).isOne();
        assertThat(prices(0, 0, 0, 1).price(0, 1_000_000_001)).isEqualTo(2);
    }

    @Test
    void oneFixedPriceIsThatForEveryFilm() {
        PriceList fixed = PriceList.of(BigInteger.TEN);
        assertThat(fixed.dependsOnTheFilm()).isFalse();
        assertThat(fixed.price(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(10);
        assertThat(PRICES.dependsOnTheFilm()).isTrue();
    }

    /** Against the same in exact rationals: no less than it, and less than two wei more. */
    @Property
    void thePriceIsExactToTheWeiHoweverLargeItGets(
            @ForAll @BigRange(min = "0", max = ANY_AMOUNT) BigInteger perMinute,
            @ForAll @BigRange(min = "0", max = ANY_AMOUNT) BigInteger perGigabyte,
            @ForAll @LongRange(min = 0) long micros,
            @ForAll @LongRange(min = 0) long bytes) {
        PriceList prices = PriceList.of(BigInteger.ZERO, BigInteger.ZERO, perMinute, perGigabyte);
        BigInteger seconds = BigInteger.valueOf(micros / 1_000_000 + (micros % 1_000_000 == 0 ? 0 : 1));
        BigInteger common = BigInteger.valueOf(60).multiply(BigInteger.TEN.pow(9));
        BigInteger exact = perMinute
                .multiply(seconds)
                .multiply(BigInteger.TEN.pow(9))
                .add(perGigabyte.multiply(BigInteger.valueOf(bytes)).multiply(BigInteger.valueOf(60)));
        BigInteger priced = prices.price(micros, bytes).multiply(common);
        assertThat(priced).isGreaterThanOrEqualTo(exact);
        assertThat(priced.subtract(exact)).isLessThan(common.shiftLeft(1));
    }

    @Property
    void aLongerOrLargerFilmNeverCostsLess(
            @ForAll @BigRange(min = "0", max = ANY_AMOUNT) BigInteger perMinute,
            @ForAll @BigRange(min = "0", max = ANY_AMOUNT) BigInteger perGigabyte,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long micros,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long bytes,
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE / 2) long more) {
        PriceList prices = PriceList.of(BigInteger.ONE, BigInteger.TEN, perMinute, perGigabyte);
        BigInteger price = prices.price(micros, bytes);
        assertThat(prices.price(micros + more, bytes)).isGreaterThanOrEqualTo(price);
        assertThat(prices.price(micros, bytes + more)).isGreaterThanOrEqualTo(price);
        assertThat(price).isGreaterThanOrEqualTo(prices.least());
    }

    @Test
    void amountsAreTextInJson() {
        String json = Json.STRICT.writeValueAsString(PRICES);
        assertThat(Json.STRICT.readTree(json))
                .isEqualTo(Json.STRICT.readTree(
                        "{\"checkFee\":\"7\",\"fixed\":\"100\",\"perMinute\":\"60\",\"perGigabyte\":\"1000\"}"));
        assertThat(Json.STRICT.readValue(json, PriceList.class)).isEqualTo(PRICES);
    }

    @Test
    void refusesWhatIsNoAmount() {
        assertThatThrownBy(() -> prices(-1, 0, 0, 0)).hasMessageContaining("check fee");
        assertThatThrownBy(() -> PriceList.of(BigInteger.TEN.pow(78))).hasMessageContaining("fixed price");
        assertThatThrownBy(() -> PRICES.price(-1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PRICES.price(0, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
