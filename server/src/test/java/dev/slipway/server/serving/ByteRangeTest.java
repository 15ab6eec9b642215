package dev.slipway.server.serving;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=10-, 10, 99",
        "bytes=10-5000, 10, 99",
        "bytes=-1, 99, 99",
        "bytes=-500, 0, 99",
        "BYTES=3-4, 3, 4",
        "bytes= 3-4, 3, 4",
        "bytes=5-99999999999999999999999, 5, 99"
    })
    void aSingleRangeIsCutToTheFile(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new ByteRange.Part(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999999-"})
    void aRangeOutsideTheFileCannotBeSatisfied(String header) {
        assertThat(ByteRange.parse(header, 100)).isInstanceOf(ByteRange.Unsatisfiable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=5-3",
                "bytes=a-b",
                "bytes=1-2,5-6",
                "items=0-5",
                "bytes=0x1-2",
                "bytes=--5",
                "bytes=1-2-3",
                "bytes=\u0661-\u0662"
            })
    void whatIsNotOneWellFormedRangeIsIgnored(String header) {
        assertThat(ByteRange.parse(header, 100)).isInstanceOf(ByteRange.Whole.class);
    }

    @Test
    void withoutAHeaderTheWholeFileIsMeant() {
        assertThat(ByteRange.parse(null, 100)).isInstanceOf(ByteRange.Whole.class);
    }

    @Property
    void aPartNeverLeavesTheFile(
            @ForAll @StringLength(max = 30) String text,
            @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long length) {
        if (ByteRange.parse("bytes=" + text, length) instanceof ByteRange.Part part) {
            assertThat(part.first()).isBetween(0L, part.last());
            assertThat(part.last()).isLessThan(length);
        }
    }

    @Property
    void numbersOfAnySizeGiveAPartWithinTheFileOrNone(
            @ForAll @LongRange(min = 0) long first,
            @ForAll @LongRange(min = 0) long last,
            @ForAll @LongRange(min = 1) long length) {
        ByteRange range = ByteRange.parse("bytes=" + first + "-" + last, length);
        if (first > last) {
            assertThat(range).isInstanceOf(ByteRange.Whole.class);
        } else if (first >= length) {
            assertThat(range).isInstanceOf(ByteRange.Unsatisfiable.class);
        } else {
            assertThat(range).isEqualTo(new ByteRange.Part(first, Math.min(last, length - 1)));
        }
    }
}
