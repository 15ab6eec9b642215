package dev.slipway.media.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.fuzz.Verdict.Kind;
import dev.slipway.media.probe.SourceScan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
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
    private static final int ONLY = Integer.getInteger("fuzz.only", -1);
    private static final int SOURCES_EACH_TIME = 300;
    private static final int PUBLICATIONS_EACH_TIME = 60;
    private static final int SOURCES = 21_000;
    private static final int PUBLICATIONS = 6_000;
    private static final int WORKERS = 2;
    /** A hang is told by processor time, which a busy machine does not lengthen. */
    private static final long MOST_CPU_MILLIS = 60_000;

    private static final Set<Kind> DEADLY = Set.of(Kind.CRASHED, Kind.STOOD_STILL, Kind.TOOK_TOO_MUCH_MEMORY);

    @TempDir
    static Path folder;

    private static List<Path> sources = List.of();
    private static PublicationReading whole;
    private static FuzzRun desk;
    private static FuzzRun server;

    @BeforeAll
    static void makeSeeds() throws IOException, InterruptedException {
        sources = Seeds.make(Files.createDirectories(folder.resolve("seeds")));
        desk = new FuzzRun(sources, null, folder, kept("sources"), SEED);
        Path publication = folder.resolve("publication");
        server = new FuzzRun(Seeds.publication(folder, publication), publication, folder, kept("publications"), SEED);
        whole = PublicationReading.of(publication);
    }

    @Test
    void everyFileIsAFilmBeforeItIsDamaged() {
        assertThat(sources)
                .allSatisfy(seed -> assertThat(SourceScan.scan(seed).facts().durationMicros())
                        .isBetween(400_000L, 3_000_000L));
    }

    @Test
    void thePublicationIsAcceptedBeforeItIsDamaged() throws IOException {
        for (Path artifact : server.seeds()) {
            assertThat(whole.read(artifact, 0).kind()).as(artifact.toString()).isEqualTo(Kind.ACCEPTED);
        }
    }

    @Test
    void damagedSourcesAreDecodedOrRefused() throws Exception {
        killNobody(shown(desk, few(desk, SOURCES_EACH_TIME)));
    }

    @Test
    void damagedPublicationsAreAcceptedOrRefused() throws Exception {
        killNobody(shown(server, few(server, PUBLICATIONS_EACH_TIME)));
    }

    @Test
    @Tag("long")
    void tensOfThousandsOfDamagedSourcesKillNobody() throws Exception {
        List<Verdict> verdicts = desk.run(0, SOURCES, WORKERS);
        FuzzReport.write("FuzzIT of sources", report(desk, verdicts));
        assertThat(verdicts).hasSize(SOURCES);
        killNobody(verdicts);
        assertThat(verdicts.stream().filter(verdict -> verdict.kind() == Kind.DECODED))
                .as("files that were damaged little enough to be decoded")
                .hasSizeGreaterThan(SOURCES / 10);
    }

    @Test
    @Tag("long")
    void thousandsOfDamagedPublicationsKillNobody() throws Exception {
        List<Verdict> verdicts = server.run(0, PUBLICATIONS, WORKERS);
        FuzzReport.write("FuzzIT of publications", report(server, verdicts));
        assertThat(verdicts).hasSize(PUBLICATIONS);
        killNobody(verdicts);
    }

    private static List<Verdict> few(FuzzRun run, int count) throws Exception {
        List<Verdict> verdicts = ONLY < 0 ? run.run(0, count, 1) : run.run(ONLY, ONLY + 1, 1);
        assertThat(verdicts).hasSize(ONLY < 0 ? count : 1);
        return verdicts;
    }

    private static List<Verdict> shown(FuzzRun run, List<Verdict> verdicts) {
        System.out.println(report(run, verdicts));
        return verdicts;
    }

    private static void killNobody(List<Verdict> verdicts) {
        assertThat(verdicts)
                .noneMatch(verdict -> DEADLY.contains(verdict.kind()))
                .allSatisfy(verdict -> assertThat(verdict.cpuMillis()).isLessThan(MOST_CPU_MILLIS));
    }

    private static String report(FuzzRun run, List<Verdict> verdicts) {
        return new FuzzReport(verdicts, new Mutator(run.seeds(), SEED)).text(SEED, LocalDate.now(ZoneOffset.UTC));
    }

    /** Where {@code -Dfuzz.kept} names a folder, a run that was stopped goes on when it is started again. */
    private static Path kept(String what) throws IOException {
        String named = System.getProperty("fuzz.kept");
        Path parent = named == null ? folder.resolve("verdicts") : Path.of(named);
        return Files.createDirectories(parent.resolve(what));
    }
}
