package dev.slipway.media.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that prepares one film after the other takes no more memory for the last than for the first. */
@Tag("long")
class LeakIT {
    private static final int REPEATS = 200;
    /** Caches of the libraries and of the virtual machine fill until then. */
    private static final int WARM = 60;

    private static final double TOLERATED_GROWTH = 1.05;

    @Test
    void twoHundredPreparationsInOneProcessLeakNothing(@TempDir Path folder) throws IOException, InterruptedException {
        Path clip = folder.resolve("leak.mp4");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=s=192x108:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2", clip.toString());
        long[] resident = new FuzzRun(List.of(), null, folder, folder, 0).repeat(clip, REPEATS);
        long warm = median(Arrays.copyOfRange(resident, WARM - 10, WARM + 10));
        long last = median(Arrays.copyOfRange(resident, REPEATS - 20, REPEATS));
        FuzzReport.write("the leak test", words(resident[0], warm, last));
        assertThat(last).isLessThanOrEqualTo((long) (warm * TOLERATED_GROWTH));
    }

    private static String words(long first, long warm, long last) {
        return "%s: %d preparations in one process; real memory %d MB after the first, %d MB around the %dth, %d MB over the last 20: %+.1f %%."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        REPEATS,
                        first >> 20,
                        warm >> 20,
                        WARM,
                        last >> 20,
                        100.0 * last / warm - 100);
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
