package dev.slipway.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.testing.FragmentedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFilesTest {
    private static final int MUTATIONS = 2000;

    @TempDir
    Path folder;

    @Test
    void aDamagedFileIsEitherReadOrRefusedAndNeverAnythingElse() throws Exception {
        for (Path whole : new Path[] {
            FragmentedFiles.vp9(folder.resolve("v.mp4"), 64, 64), FragmentedFiles.opus(folder.resolve("a.mp4"))
        }) {
            AtomicInteger refused = new AtomicInteger();
            byte[] bytes = Files.readAllBytes(whole);
            for (int seed = 0; seed < MUTATIONS; seed++) {
                indexOrRefuse(damaged(bytes, seed), refused);
            }
            assertThat(refused.get()).as("mutations that were noticed").isBetween(MUTATIONS / 10, MUTATIONS);
        }
    }

    /** Anything but BoxException would fail the test by itself. */
    private void indexOrRefuse(byte[] bytes, AtomicInteger refused) throws IOException {
        Path file = Files.write(folder.resolve("damaged.mp4"), bytes);
        try {
            TrackIndex index = TrackIndexer.index(file);
            assertThat(index.segments()).isNotEmpty();
            assertThat(index.durationMicros()).isNotNegative();
            assertThat(index.codecs()).isNotBlank();
        } catch (BoxException e) {
            assertThat(e).message().isNotBlank().matches("\\P{Cntrl}*");
            refused.incrementAndGet();
        }
    }

    /** Mostly hits the boxes, which are the first bytes of the file; the rest is samples. */
    private static byte[] damaged(byte[] whole, int seed) {
        Random random = new Random(seed);
        byte[] bytes = whole.clone();
        int hits = 1 + random.nextInt(4);
        for (int i = 0; i < hits; i++) {
            int place = random.nextInt(random.nextInt(3) > 0 ? Math.min(1200, bytes.length) : bytes.length);
            bytes[place] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (random.nextBoolean() ? 0xFF : 0);
        }
        return bytes;
    }
}
