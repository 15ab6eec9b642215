package dev.slipway.media.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.probe.Probe;
import dev.slipway.media.testing.Judge;
import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
    private final Path folder;

    SampleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theSampleIsAVideoWithSoundOfTheWantedLength() throws Exception {
        Path clip = folder.resolve("sample.mp4");
        Sample.make(clip, 3);
        Judge.decodesWithoutComplaint(clip);
        MediaFacts facts = Probe.probe(clip);
        assertThat(facts.durationMicros()).isEqualTo(3_000_000);
        assertThat(facts.audio()).isNotNull();
        assertThat(facts.warnings()).isEmpty();
    }
}
