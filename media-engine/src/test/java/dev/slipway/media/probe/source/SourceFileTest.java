package dev.slipway.media.probe.source;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
    @Test
    void whatIsThereButNoOrdinaryFileIsNotSaidToBeMissing(@TempDir Path folder) {
        assertThatThrownBy(() -> new SourceFile(folder).requireNoStillPicture())
                .hasMessageContaining("is not an ordinary file");
        assertThatThrownBy(() -> new SourceFile(folder.resolve("none.mp4")).requireNoStillPicture())
                .hasMessageContaining("There is no file");
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "skipped: this system has no /dev/null");
        assertThatThrownBy(() -> new SourceFile(device).requireNoStillPicture())
                .hasMessageContaining("is not an ordinary file");
    }
}
