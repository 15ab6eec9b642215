package dev.slipway.media.goal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.run.FoundQuality;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRateTest {
    private static final FoundQuality FOUND =
            new FoundQuality(38, 900_000, 38.1, FoundQuality.Outcome.REACHED, 500_000, 300, 6);

    private final Path file;

    KeptRateTest(@TempDir Path folder) {
        file = folder.resolve("rate");
    }

    @Test
    void theSameSearchFindsWhatWasKept() throws Exception {
        new KeptRate(file, "one").write(FOUND);

        assertThat(new KeptRate(file, "one").read()).contains(FOUND);
        assertThat(new KeptRate(file, "another").read()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSearchedAgain() throws Exception {
        KeptRate kept = new KeptRate(file, "one");
        assertThat(kept.read()).isEmpty();
        kept.write(FOUND);
        Files.writeString(file, Files.readString(file).substring(0, 40));

        assertThat(kept.read()).isEmpty();
    }
}
