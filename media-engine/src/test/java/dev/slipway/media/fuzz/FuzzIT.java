package dev.slipway.media.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.fuzz.Verdict.Kind;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is in a file, the caller of the engine lives on and gets an answer in time. A file of a run is made again by
 * {@code -Dfuzz.seed=SEED -Dfuzz.only=NUMBER}.
 */
class FuzzIT {
    private static final long SEED = Long.getLong("fuzz.seed", 20261121);
    private static final int SMOKE = 300;
    private static final int FILES = 21_000;
    private static final int REPEATS = 200;
    /** Caches of the libraries and of the virtual machine fill until then. */
    private static final int WARM = 60;

    private static final double TOLERATED_GROWTH = 1.05;
    private static final Set<Kind> DEADLY = Set.of(Kind.CRASHED, Kind.STOOD_STILL, Kind.TOOK_TOO_MUCH_MEMORY);

    @TempDir
    static Path folder;

    private static List<Path> seeds = List.of();
    private static FuzzRun run;
    private static Mutator mutator;

    @BeforeAll
    static void makeSeeds() throws IOException, InterruptedException {
        seeds = Seeds.make(Files.createDirectories(folder.resolve("seeds")));
        run = new FuzzRun(seeds, folder, SEED, folder.resolve("natives"));
        mutator = new Mutator(seeds, SEED);
    }

    @Test
    void everyFileIsAFilmBeforeItIsDamaged() {
        assertThat(seeds)
                .allSatisfy(seed -> assertThat(SourceScan.scan(seed).facts().durationMicros())
                        .isBetween(400_000L, 3_000_000L));
    }

    @Test
    void damagedFilesAreDecodedOrRefused() throws IOException {
        int only = Integer.getInteger("fuzz.only", -1);
        List<Verdict> verdicts = only < 0 ? run.run(0, SMOKE) : run.run(only, only + 1);
        System.out.println(FuzzReport.files(verdicts, FuzzIT::origin, SEED, today()));
        assertThat(verdicts).noneMatch(verdict -> DEADLY.contains(verdict.kind()));
        assertThat(verdicts).hasSize(only < 0 ? SMOKE : 1);
    }

    @Test
    @Tag("long")
    void tensOfThousandsOfDamagedFilesKillNobody() throws Exception {
        List<Verdict> verdicts = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Callable<List<Verdict>> lower = () -> run.run(0, FILES / 2);
            Callable<List<Verdict>> upper = () -> run.run(FILES / 2, FILES);
            for (Future<List<Verdict>> half : List.of(two.submit(lower), two.submit(upper))) {
                verdicts.addAll(half.get());
            }
        }
        verdicts.sort(Comparator.comparingInt(Verdict::number));
        FuzzReport.write("FuzzIT", FuzzReport.files(verdicts, FuzzIT::origin, SEED, today()));
        assertThat(verdicts).hasSize(FILES);
        assertThat(verdicts).noneMatch(verdict -> DEADLY.contains(verdict.kind()));
        assertThat(verdicts.stream().filter(verdict -> verdict.kind() == Kind.DECODED))
                .as("files that were damaged little enough to be decoded")
                .hasSizeGreaterThan(FILES / 10);
    }

    @Test
    @Tag("long")
    void twoHundredPreparationsInOneProcessLeakNothing() throws IOException, InterruptedException {
        Path clip = folder.resolve("leak.mp4");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=s=192x108:r=25:d=2", "-f", "lavfi", "-i", "sine=d=2", clip.toString());
        long[] resident = run.repeat(clip, REPEATS);
        long warm = median(Arrays.copyOfRange(resident, WARM - 10, WARM + 10));
        long last = median(Arrays.copyOfRange(resident, REPEATS - 20, REPEATS));
        FuzzReport.write(
                "the leak test",
                "%s: %d preparations in one process; real memory %d MB after the first, %d MB around the %dth, %d MB over the last 20: %+.1f %%."
                        .formatted(
                                today(),
                                REPEATS,
                                resident[0] >> 20,
                                warm >> 20,
                                WARM,
                                last >> 20,
                                100.0 * last / warm - 100));
        assertThat(last).isLessThanOrEqualTo((long) (warm * TOLERATED_GROWTH));
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static Path origin(Verdict verdict) {
        return mutator.origin(verdict.number());
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
