package dev.slipway.media.interruption;

import static dev.slipway.media.interruption.Runs.finishedChunks;
import static dev.slipway.media.interruption.Runs.prepare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.ChunkJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source whose last fifth is scratched, and a run that is broken off before it comes there. */
@Tag("long")
class DamageAfterResumeTest {
    @TempDir
    static Path folder = Path.of("");

    @Test
    void theRunThatComesUponDamageTellsOfItAlsoWhereItGoesOnWithAnothersWork() throws Exception {
        Path film = Runs.film(folder.resolve("film.mp4"));
        Path clip = scratched(film);
        Path output = folder.resolve("output");
        assertThatThrownBy(() -> prepare(clip, output, progress -> {
                    if (finishedChunks(output) > 0) {
                        throw new IllegalStateException("who listens is gone");
                    }
                }))
                .hasRootCauseMessage("who listens is gone");
        keepFirstChunks(ChunkJournal.of(output));

        Prepared resumed = prepare(clip, output, ProgressListener.silent());
        Prepared unbroken = prepare(clip, folder.resolve("unbroken"), ProgressListener.silent());

        assertThat(resumed.notices()).extracting(Notice::code).contains(Notice.RESUMED, Notice.SOURCE_DAMAGED);
        assertThat(damage(resumed)).isEqualTo(damage(unbroken));
        assertThat(resumed.manifest().artifacts()).isEqualTo(unbroken.manifest().artifacts());
    }

    /** However quick the machine was, the run came no further than the first 20 seconds. */
    private static void keepFirstChunks(Path journal) throws IOException {
        List<String> lines = Files.readAllLines(journal, StandardCharsets.ISO_8859_1);
        List<String> kept = lines.stream()
                .filter(line -> line.equals(lines.getFirst()) || line.split(" ")[1].equals("0"))
                .toList();
        assertThat(kept).hasSizeGreaterThan(1);
        Files.write(journal, kept, StandardCharsets.ISO_8859_1);
    }

    private static Notice damage(Prepared prepared) {
        return prepared.notices().stream()
                .filter(notice -> notice.code().equals(Notice.SOURCE_DAMAGED))
                .findFirst()
                .orElseThrow();
    }

    private static Path scratched(Path film) throws Exception {
        byte[] bytes = Files.readAllBytes(film);
        for (int place = 80; place < 90; place += 4) {
            int at = Math.toIntExact((long) bytes.length * place / 100);
            Arrays.fill(bytes, at, at + 30_000, (byte) 0);
        }
        return Files.write(folder.resolve("scratched.mp4"), bytes);
    }
}
