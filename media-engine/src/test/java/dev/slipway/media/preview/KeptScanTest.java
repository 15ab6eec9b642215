package dev.slipway.media.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.NumberedFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptScanTest {
    @TempDir
    Path folder = Path.of("");

    private Path film = Path.of("");
    private Path kept = Path.of("");

    @BeforeEach
    void makeAFilm() throws Exception {
        film = folder.resolve("film.mkv");
        kept = folder.resolve("scan.json");
        NumberedFilm.make(film, 10, 60, "-c:v", "libx264", "-bf", "0");
    }

    @Test
    void allThatWasLearnedIsThereAgain() throws Exception {
        SourceScan first = scan();
        Files.writeString(
                kept, Files.readString(kept).replace("\"durationMicros\":6000000", "\"durationMicros\":6000001"));
        SourceScan second = scan();
        assertThat(second.facts().durationMicros()).as("from what was kept").isEqualTo(6_000_001);
        assertThat(second.traits()).isEqualTo(first.traits());
        for (int length = 1; length < 4; length++) {
            assertThat(second.activity().liveliest(0, 6_000_000, length))
                    .isEqualTo(first.activity().liveliest(0, 6_000_000, length));
        }
        assertThat(Files.readString(kept))
                .as("what happens in it, second by second")
                .containsPattern("\"activity\":\\[\\d+,");
    }

    @Test
    void whatAnotherProgramKeptIsFoundOutAnew() throws Exception {
        scan();
        String own = Files.readString(kept);
        String others = own.replaceFirst("\"program\":\"[^\"]*", "\"program\":\"an older one");
        assertThat(others).isNotEqualTo(own);
        Files.writeString(kept, others.replace("\"durationMicros\":6000000", "\"durationMicros\":7"));
        assertThat(scan().facts().durationMicros()).isEqualTo(6_000_000);
        assertThat(Files.readString(kept)).isEqualTo(own);
    }

    private SourceScan scan() throws IOException {
        return KeptScan.of(film, kept, ProgressListener.silent(), new Cancellation());
    }
}
