package dev.slipway.model.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.encoding.Json;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RationalTest {

    @Property
    void itsTextFormReadsBackAsTheSameRate(
            @ForAll @LongRange(min = 0) long numerator, @ForAll @LongRange(min = 1) long denominator) {
        Rational rate = new Rational(numerator, denominator);

        assertThat(Rational.parse(rate.toString())).isEqualTo(rate);
        assertThat(rate.compareTo(Rational.parse(rate.toString()))).isZero();
    }

    @Test
    void equalRatesAreEqualHoweverTheyAreWritten() {
        assertThat(Rational.parse("60/2")).isEqualTo(Rational.parse("30")).hasToString("30/1");
    }

    @Test
    void ordersByValueWithoutOverflow() {
        assertThat(new Rational(Long.MAX_VALUE, 2)).isGreaterThan(new Rational(Long.MAX_VALUE - 1, 2));
        assertThat(new Rational(30000, 1001)).isLessThan(new Rational(30, 1));
    }

    @Test
    void isTextInJson() {
        assertThat(Json.STRICT.writeValueAsString(new Rational(30000, 1001))).isEqualTo("\"30000/1001\"");
        assertThat(Json.STRICT.readValue("\"25/1\"", Rational.class)).isEqualTo(new Rational(25, 1));
    }

    @Test
    void refusesWhatIsNoRate() {
        for (String text : new String[] {"", "a/b", "1/0", "-1/2", "1/-2", "1/2/3", "0x10/1"}) {
            assertThatThrownBy(() -> Rational.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
