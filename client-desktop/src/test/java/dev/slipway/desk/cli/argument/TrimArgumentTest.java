package dev.slipway.desk.cli.argument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.model.problem.ProblemCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrimArgumentTest {
    @ParameterizedTest
    @CsvSource({
        "12.5-90, 12500000, 90000000",
        "0:12-1:30, 12000000, 90000000",
        "1:02:03.25-1:10:00, 3723250000, 4200000000",
        "-10, 0, 10000000",
        "90-, 90000000, 9223372036854775807",
        "100-200, 100000000, 200000000"
    })
    void aRangeMayBeWrittenInSecondsOrByTheClock(String text, long from, long until) {
        assertThat(TrimArgument.parse(text)).isEqualTo(new Trim(from, until));
    }

    @ParameterizedTest
    @CsvSource({
        "12, takes FROM-TO",
        "-, takes FROM-TO",
        "1-2-3, takes FROM-TO",
        "90-12.5, ends before it begins",
        "5-5, ends before it begins",
        "a-b, not a time",
        "1:75-3:00, not a time",
        "1:99:00-3:00:00, not a time",
        "1e9-2e9, not a time"
    })
    void anUnusableRangeIsRefusedInWords(String text, String reason) {
        assertThatThrownBy(() -> TrimArgument.parse(text))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.USAGE))
                .hasMessageContaining(reason);
    }
}
