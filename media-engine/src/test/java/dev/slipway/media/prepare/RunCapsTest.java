package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.cap.CapCheck;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.plan.output.VideoCodec;
import dev.slipway.media.plan.output.VideoOutput;
import org.junit.jupiter.api.Test;

class RunCapsTest {
    private static final VideoOutput OUTPUT =
            new VideoOutput("preview.webm", VideoCodec.VP9, new Size(320, 180), 80_000, 6, 0, 125);

    /** A preview of 5 s has no 10 s. */
    @Test
    void whatIsShorterThanTheWindowCostsTooMuchAsAWhole() {
        assertThat(RunCaps.inWords(new CapCheck.Excess(OUTPUT, 1.2, 5)))
                .startsWith("All of preview.webm cost 1.20 times the 80 kbit/s");
        assertThat(RunCaps.inWords(new CapCheck.Excess(OUTPUT, 1.2, 12)))
                .startsWith("The busiest 10 s of preview.webm cost 1.20 times");
    }
}
