package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.cap.CapCheck;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.VideoCodec;
import dev.slipway.media.plan.output.VideoOutput;
import dev.slipway.media.run.FoundQuality;
import dev.slipway.media.run.FoundQuality.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunCapsTest {
    private static final VideoOutput OUTPUT =
            new VideoOutput("preview.webm", VideoCodec.VP9, new Size(320, 180), 80_000, 6, 0, 125);

    /** A preview of 5 s has no 10 s. */
    @Test
    void whatIsShorterThanTheWindowCostsTooMuchAsAWhole() {
        assertThat(RunCaps.inWords(new CapCheck.Excess(OUTPUT, 1.2, 5), null))
                .startsWith("All of preview.webm cost 1.20 times the 80 kbit/s");
        assertThat(RunCaps.inWords(new CapCheck.Excess(OUTPUT, 1.2, 12), null))
                .startsWith("The busiest 10 s of preview.webm cost 1.20 times");
    }

    /** The rates of such a film follow from its wish: the lowest that is good enough is taken, whatever the ceiling. */
    @Test
    void whoWishedForAQualityIsToldToWishForMore() {
        CapCheck.Excess excess = new CapCheck.Excess(OUTPUT, 1.2, 12);

        assertThat(RunCaps.inWords(excess, null)).contains("Allow a higher --bitrate");
        assertThat(RunCaps.inWords(excess, found(Outcome.CEILING))).contains("Allow a higher --bitrate");
        for (Outcome outcome : List.of(Outcome.REACHED, Outcome.FLOOR)) {
            assertThat(RunCaps.inWords(excess, found(outcome)))
                    .contains("Wish for a higher --target-quality")
                    .doesNotContain("--bitrate");
        }
    }

    private static FoundQuality found(Outcome outcome) {
        return new FoundQuality(27, 80_000, 27.2, outcome, 78_000, 240, 1);
    }
}
