package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.protect.survival.ReportTable;
import dev.slipway.media.protect.survival.SurvivalReport;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtectedFilmTest {
    private static final Protection PROTECTION = new Protection(0.12, 1.0, 10, AudioLevel.NONE);

    @TempDir
    static Path folder = Path.of("");

    private static Path clip = Path.of("");
    private static @Nullable Preparation prepared;

    @BeforeAll
    static void prepare() {
        clip = Clips.require("gesture-640x480-h264-fullrange-noaudio.mkv");
        prepared = Preparation.of(
                clip,
                folder.resolve("film"),
                Preparation.QUICK.withTrim(new Trim(0, 3_000_000)).withProtection(PROTECTION));
    }

    private static Preparation film() {
        return Objects.requireNonNull(prepared);
    }

    @Test
    void theReportShowsABoundThatIsKeptAndNoiseThatSurvivesWhileTheControlDoesNot() {
        SurvivalReport report = Objects.requireNonNull(film().prepared().protection());

        assertThat(report.bound().kept()).isTrue();
        assertThat(report.bound().largest()).isBetween(3, 26);
        assertThat(report.bound().median()).isLessThanOrEqualTo(3);
        assertThat(report.costBeforeCodec().xpsnr()).isGreaterThan(38);
        assertThat(report.rungs().getFirst().survival()).isGreaterThan(0.5);
        assertThat(report.rungs())
                .hasSameSizeAs(film().manifest().artifacts().stream()
                        .filter(artifact -> artifact.path().startsWith("video-"))
                        .toList());
        assertThat(report.rungs())
                .allSatisfy(rung -> assertThat(Math.abs(rung.control())).isLessThan(0.15));
    }

    @Test
    void theReportLiesBesideTheFilesAndIsNeitherPublishedNorTellsTheSeed() throws IOException {
        Path file = film().folder().resolve(SurvivalReport.FILE_NAME);

        assertThat(Json.STRICT.readValue(Files.readAllBytes(file), SurvivalReport.class))
                .isEqualTo(film().prepared().protection());
        assertThat(film().manifest().protection()).isEqualTo(PROTECTION);
        assertThat(film().manifest().artifacts()).extracting(Artifact::path).doesNotContain(SurvivalReport.FILE_NAME);
        try (Stream<Path> files = Files.list(film().folder())) {
            List<String> names =
                    files.map(path -> path.getFileName().toString()).toList();
            assertThat(names).doesNotContain(".work", "protection-seed");
        }
        assertThat(Files.readString(file)).doesNotContainPattern("[0-9a-f]{64}");
    }

    @Test
    void theTableSaysWhatItDoesNotProve() {
        List<String> lines =
                ReportTable.lines(Objects.requireNonNull(film().prepared().protection()));

        assertThat(lines).anySatisfy(line -> assertThat(line).contains("video-480-vp9.mp4"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("No recogniser was asked"));
        assertThat(lines).anySatisfy(line -> assertThat(line).contains("the bound is kept"));
    }

    @Test
    void aFolderThatIsPreparedAgainWithoutProtectionKeepsNoOldReport() {
        Path target = folder.resolve("again");
        Preparation.of(
                clip, target, Preparation.QUICK.withTrim(new Trim(0, 400_000)).withProtection(PROTECTION));
        assertThat(target.resolve(SurvivalReport.FILE_NAME)).exists();

        Preparation plain = Preparation.of(clip, target, Preparation.QUICK.withTrim(new Trim(0, 400_000)));

        assertThat(target.resolve(SurvivalReport.FILE_NAME)).doesNotExist();
        assertThat(plain.prepared().protection()).isNull();
        assertThat(plain.manifest().protection()).isNull();
    }
}
