package dev.slipway.media.prepare.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.plan.wish.SoundWishes;
import dev.slipway.media.prepare.PrepareRequest;
import dev.slipway.media.prepare.Prepared;
import dev.slipway.media.prepare.Preparer;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.ArtifactRole;
import dev.slipway.model.manifest.AudioLevel;
import dev.slipway.model.manifest.Protection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunProgressTest {
    private final List<Double> fractions = Collections.synchronizedList(new ArrayList<>());
    private final List<Progress> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, Long>> bytes = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everyPartOfARunTellsHowFarItIsAndNothingFallsBack(@TempDir Path folder) throws Exception {
        PrepareRequest request = new PrepareRequest(
                clip(folder),
                folder.resolve("out"),
                Preparation.QUICK
                        .withSound(SoundWishes.DEFAULT.withLoudness(-16.0))
                        .withProtection(new Protection(0.12, 1.0, 10, AudioLevel.MEDIUM)),
                PrepareRequest.Beginning.AFRESH);
        Prepared prepared = new Preparer(() -> Instant.EPOCH, 2).prepare(request, this::hear, new Cancellation());

        assertThat(fractions).isSorted();
        assertThat(fractions).as("the measured loudness").contains(0.02);
        assertThat(fractions).as("the sound's report").contains(0.975, 0.98);
        assertThat(fractions).as("the assembly").contains(0.987);
        assertThat(fractions).as("the pictures' report").contains(0.989, 0.994);
        assertThat(fractions).filteredOn(fraction -> fraction >= 1).hasSize(1);
        assertNoBytesFall();
        assertThat(bytes.getLast()).as("the files").isEqualTo(sizes(prepared));
        assertThat(bytes.get(bytes.size() - 2))
                .as("before they are finished: films that are encoded, no stills")
                .hasSize((int) prepared.manifest().withRole(ArtifactRole.VIDEO).count() + 1);
    }

    /** All of its pictures are given out when the second one comes, at the very end. */
    @Test
    void aTalkUnderTwoPicturesIsSeenToGoOn(@TempDir Path folder) throws Exception {
        Path talk = folder.resolve("talk.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:r=1/150:d=300",
                "-f",
                "lavfi",
                "-i",
                "sine=f=440:d=300",
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                talk.toString());
        PrepareRequest request =
                new PrepareRequest(talk, folder.resolve("out"), Preparation.QUICK, PrepareRequest.Beginning.AFRESH);
        new Preparer(() -> Instant.EPOCH, 2).prepare(request, this::hear, new Cancellation());

        assertThat(fractions).isSorted();
        assertThat(fractions)
                .as("told between the beginning and the last tenth")
                .filteredOn(fraction -> fraction > 0.05 && fraction < 0.9)
                .hasSizeGreaterThan(1);
        assertThat(told)
                .as("how fast it goes, before its last picture comes")
                .filteredOn(progress -> progress.fraction() > 0.05 && progress.fraction() < 0.9)
                .allMatch(progress -> progress.speed() > 1 && progress.fps() > 0);
    }

    /** One packet, and then nothing is read for as long as its picture is repeated. */
    @Test
    void aPictureThatStandsForMinutesIsSeenToGoOnAndStopsWhenItIsTold(@TempDir Path folder) throws Exception {
        Path standing = folder.resolve("standing.mkv");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", "testsrc2=s=480x270:r=1/1000:d=2000", "-c:v", "ffv1", standing.toString());
        Cancellation stop = new Cancellation();
        ProgressListener ears = progress -> {
            hear(progress);
            if (progress.fraction() > 0.01) {
                stop.cancel();
            }
        };
        assertThatThrownBy(() -> new Preparer(() -> Instant.EPOCH, 2)
                        .prepare(
                                new PrepareRequest(
                                        standing,
                                        folder.resolve("out"),
                                        Preparation.QUICK,
                                        PrepareRequest.Beginning.AFRESH),
                                ears,
                                stop))
                .isInstanceOf(MediaException.class);
        assertThat(fractions.getLast())
                .as("told in its midst, and nothing after that")
                .isBetween(0.01, 0.9);
    }

    @Test
    void theTimeLeftIsTheForecastsUntilThereIsSomethingToJudgeBy() {
        List<Double> left = new ArrayList<>();
        RunProgress progress = new RunProgress(told -> left.add(told.secondsLeft()), 200);
        progress.begin(RunProgress.Part.LOUDNESS);
        progress.progress(new Progress(0.1, 0, 0, 602, Map.of()));
        progress.progress(new Progress(0.11, 9, 9, 3, Map.of()));
        progress.progress(new Progress(0.6, 9, 9, 602, Map.of()));

        assertThat(left.subList(0, 3)).containsExactly(200.0, 180.0, 178.0);
        assertThat(left.getLast())
                .as("half of it was done in next to no time")
                .isPositive()
                .isLessThan(30);
    }

    /** What an earlier run kept, and outputs that are made again: a device was lost, or a cap passed. */
    @Test
    void bytesThatWereToldAreNotTakenBack() {
        RunProgress progress = new RunProgress(this::hear, 60);
        progress.progress(new Progress(0.1, 0, 0, 0, Map.of("video.mp4", 100L, "preview.webm", 10L)));
        progress.progress(new Progress(0.2, 0, 0, 0, Map.of("preview.webm", 10L)));
        progress.progress(new Progress(0.3, 0, 0, 0, Map.of("video.mp4", 90L, "preview.webm", 11L)));

        assertNoBytesFall();
        assertThat(bytes.getLast()).isEqualTo(Map.of("video.mp4", 100L, "preview.webm", 11L));
    }

    private void hear(Progress progress) {
        told.add(progress);
        fractions.add(progress.fraction());
        bytes.add(progress.outputBytes());
    }

    private void assertNoBytesFall() {
        for (int told = 1; told < bytes.size(); told++) {
            Map<String, Long> now = bytes.get(told);
            assertThat(bytes.get(told - 1))
                    .allSatisfy((path, before) ->
                            assertThat(now.getOrDefault(path, 0L)).as(path).isGreaterThanOrEqualTo(before));
        }
    }

    private static Map<String, Long> sizes(Prepared prepared) {
        return prepared.manifest().artifacts().stream().collect(Collectors.toMap(Artifact::path, Artifact::bytes));
    }

    @Test
    void aPartThatBeginsAgainDoesNotTakeProgressBack() {
        RunProgress progress = new RunProgress(told -> fractions.add(told.fraction()), 60);
        progress.progress(new Progress(0.9745, 0, 0, 0, Map.of()));
        DoubleConsumer assembly = progress.begin(RunProgress.Part.ASSEMBLY);
        assembly.accept(1);
        progress.progress(new Progress(0.5, 0, 0, 0, Map.of()));
        progress.progress(new Progress(1, 0, 0, 0, Map.of()));

        assertThat(fractions).isSorted().contains(0.98, 0.987).allMatch(fraction -> fraction < 1);
    }

    /** Nobody knows beforehand how often parts are made again, nor how many. */
    @Test
    void everyPassThatMakesPartsAgainTakesTheFractionFurtherAndLeavesRoomForWhatFollows() {
        RunProgress progress = new RunProgress(this::hear, 60);
        progress.progress(new Progress(0.97, 10, 1, 2, Map.of("video.mp4", 100L)));
        progress.begin(RunProgress.Part.CAPS);
        for (double kept : new double[] {0.1, 0.6, 0.9, 0.96}) {
            ProgressListener again = progress.again();
            again.progress(new Progress(kept, 0, 0, 99, Map.of()));
            again.progress(new Progress((kept + 0.97) / 2, 7, 3, 44, Map.of("video.mp4", 120L)));
            again.progress(new Progress(0.97, 7, 3, 5, Map.of()));
        }
        progress.begin(RunProgress.Part.SOUND_REPORT);
        progress.begin(RunProgress.Part.ASSEMBLY).accept(1);
        progress.begin(RunProgress.Part.QUALITY_REPORT).accept(1);

        List<Double> rising = fractions.stream().distinct().toList();
        assertThat(fractions).isSorted().allMatch(fraction -> fraction < 1);
        assertThat(rising).as("two steps a pass, then four parts on top").hasSize(1 + 4 * 2 + 4);
        assertThat(rising.get(2))
                .as("nine tenths of the film again are most of what is left")
                .isGreaterThan(0.99);
        Progress inItsMidst = told.get(3);
        assertThat(inItsMidst.fps()).isEqualTo(7);
        assertThat(inItsMidst.secondsLeft()).isEqualTo(44);
        assertThat(inItsMidst.outputBytes()).containsEntry("video.mp4", 120L);
    }

    /** A few pictures again are soon made: the other parts are where they always were, nearly. */
    @Test
    void aPassThatMakesNothingTakesNothing() {
        RunProgress progress = new RunProgress(this::hear, 60);
        progress.begin(RunProgress.Part.CAPS);
        progress.again().progress(new Progress(0.97, 0, 0, 0, Map.of()));
        progress.begin(RunProgress.Part.ASSEMBLY).accept(1);
        assertThat(fractions).containsExactly(0.97, 0.97, 0.98, 0.987);
    }

    /** Both passes find chunks of an earlier run, the first all that it wants and the second a half. */
    @Test
    void whatAnEarlierRunFinishedIsNoSpeedOfThisOne() {
        RunProgress progress = new RunProgress(this::hear, 1000);
        ProgressListener first = PassProgress.ofFirst(progress);
        first.progress(new Progress(0.97, 0, 0, 1, Map.of()));
        first.progress(new Progress(0.97, 0, 0, 1, Map.of()));
        ProgressListener second = PassProgress.ofSecond(progress);
        second.progress(new Progress(0.485, 0, 0, 1, Map.of()));
        second.progress(new Progress(0.486, 3, 1, 1, Map.of()));

        assertThat(told.getLast().secondsLeft())
                .as("of 1000 s so much as is left of the whole")
                .isCloseTo(1000 * (1 - 0.15 - 0.85 * 0.486), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.001, 1.0000000005, 2, Double.POSITIVE_INFINITY})
    void aFractionThatIsNoneIsRefused(double fraction) {
        assertThatThrownBy(() -> new Progress(fraction, 0, 0, 0, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Double.toString(fraction));
    }

    private static Path clip(Path folder) throws Exception {
        Path words = Files.writeString(folder.resolve("words.srt"), "1\n00:00:00,500 --> 00:00:02,000\nHello\n");
        Path clip = folder.resolve("clip.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:d=3:r=10",
                "-f",
                "lavfi",
                "-i",
                "sine=f=440:d=3",
                "-i",
                words.toString(),
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                "-c:s",
                "srt",
                clip.toString());
        return clip;
    }
}
