package dev.slipway.desk.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.run.MediaException;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineLogTest {
    private static final MediaException CRASH =
            new MediaException(ProblemCode.ENGINE_CRASHED, "It ended.", List.of("frame 1", "out of memory"));

    private final Path home;
    private final Path file;
    private final EngineLog log;

    EngineLogTest(@TempDir Path folder) {
        home = folder.resolve("home");
        file = home.resolve("engine.log");
        log = new EngineLog(file, () -> Instant.EPOCH);
    }

    @Test
    void whatACrashedEngineSaidLastIsInTheFileThatTheSentenceNames() throws IOException {
        assertThat(log.append(CRASH)).isEqualTo("It ended. Its last words: out of memory (all of them: " + file + ")");
        log.append(CRASH);
        assertThat(Files.readAllLines(file))
                .hasSize(6)
                .startsWith("== 1970-01-01T00:00:00Z It ended.", "frame 1", "out of memory");
    }

    /** As Java writes it, shortened. */
    @Test
    void ofABreakInNativeCodeTheSignalAndThePlaceAreTold() {
        MediaException broken = new MediaException(
                ProblemCode.ENGINE_CRASHED,
                "It ended.",
                List.of(
                        "# A fatal error has been detected by the Java Runtime Environment:",
                        "#",
                        "#  SIGSEGV (0xb) at pc=0x00007f, pid=7, tid=8",
                        "#",
                        "# JRE version: 25",
                        "# Problematic frame:",
                        "# C  [libvpx.so.9+0x1234]  vpx_codec_encode+0x7",
                        "#",
                        "---------------  S U M M A R Y ------------"));
        assertThat(log.append(broken))
                .startsWith(
                        "It ended. Its last words: SIGSEGV (0xb) at pc=0x00007f, pid=7, tid=8, C  [libvpx.so.9+0x1234]"
                                + "  vpx_codec_encode+0x7 (");
    }

    @Test
    void aRefusalThatSaidNothingElseLeavesNoFile() {
        assertThat(log.append(new MediaException(ProblemCode.NOT_A_VIDEO, "No video.")))
                .isEqualTo("No video.");
        assertThat(file).doesNotExist();
    }

    @Test
    void aLogThatCannotBeWrittenStillGivesTheLastLine() throws IOException {
        Files.writeString(home, "a file where the folder should be");
        assertThat(log.append(CRASH)).isEqualTo("It ended. Its last words: out of memory");
    }

    @Test
    void theFileDoesNotGrowForEver() throws IOException {
        Files.createDirectories(home);
        Files.write(file, new byte[(1 << 20) + 1]);
        log.append(CRASH);
        assertThat(Files.readAllLines(file)).hasSize(3);
    }
}
