package dev.slipway.media.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.plan.wish.Compatibility;
import dev.slipway.media.plan.wish.QualityWish;
import dev.slipway.media.plan.wish.Recipe;
import dev.slipway.media.prepare.PrepareRequest.Beginning;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.Clips;
import dev.slipway.media.testing.FfmpegTool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The cap of every rung over any 10 s, on the packets of the finished files. */
class RateCapTest {
    private static final int WINDOW_SECONDS = 10;
    private static final int RATE = 30;
    /** So little that every recipe's rate control misses it at first. */
    private static final long TOO_LITTLE = 80_000;

    @TempDir
    static Path folder = Path.of("");

    private static Path crowd = Path.of("");

    /** A crowd at three times its speed under a camera that swings: far more than the cap pays for. */
    @BeforeAll
    static void makeABusyClip() throws Exception {
        crowd = folder.resolve("crowd.mp4");
        made(
                crowd,
                "setpts=N/30/TB,fps=30,crop=384:216:x='192+190*sin(t*2)':y='108+100*cos(t*3)',"
                        // The first two seconds stand still, so that a rate control with a memory has something saved
                        // up.
                        + "tpad=start_duration=2:start_mode=clone,scale=320:180",
                23);
    }

    /** Another place of the crowd every 0.7 s. */
    private static Path cuts() throws Exception {
        Path clip = folder.resolve("cuts.mp4");
        made(
                clip,
                "setpts=N/30/TB,fps=30,crop=512:288:x='128+126*sin(floor(t/0.7)*2)':y='72+70*cos(floor(t/0.7)*3)',"
                        + "scale=320:180",
                46);
        return clip;
    }

    private static void made(Path clip, String filters, int seconds) throws Exception {
        FfmpegTool.ffmpeg(
                "-y",
                "-i",
                Clips.require("people-768x432-10fps-noaudio-139s.mp4").toString(),
                "-vf",
                filters,
                "-t",
                Integer.toString(seconds),
                "-an",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "12",
                clip.toString());
    }

    @ParameterizedTest
    @EnumSource
    void noTenSecondsOfAnyRungCostMoreThanItsCap(Recipe recipe) throws Exception {
        assertThatCapsHold(crowd, wishes(recipe).withTopBitrate(160_000L), 0.5);
    }

    @Test
    void withAWishedQualityTheCapHoldsToo() throws Exception {
        assertThatCapsHold(crowd, wishes(Recipe.FAST).withTargetQuality(new QualityWish(30)), 0.8);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({
        "FAST, 27", "FAST, 30", "FAST, 34", "FAST, 40",
        "WEB, 27", "WEB, 30", "WEB, 34", "WEB, 40",
        "AV1, 27", "AV1, 30", "AV1, 34", "AV1, 40",
        "QUALITY, 30", "QUALITY, 36"
    })
    void noWishBreaksACap(Recipe recipe, double wanted) throws Exception {
        PlanRequest wishes = wishes(recipe).withTargetQuality(new QualityWish(wanted));
        assertThatCapsHold(crowd, wishes, 0.5);
        assertThatCapsHold(cuts(), wishes, 0.5);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void capsThatRateControlMissesHoldAllTheSame(Recipe recipe) throws Exception {
        PlanRequest wishes = wishes(recipe).withTopBitrate(TOO_LITTLE).withCompatibility(Compatibility.WITH_H264);
        assertThatCapsHold(crowd, wishes, 0.8);
        assertThatCapsHold(cuts(), wishes, 0.8);
    }

    /** What is made again is the same, whenever the work stops. */
    @Test
    void aRunThatStopsWhileItMakesPartsAgainComesToTheSameBytes() throws Exception {
        PlanRequest wishes = wishes(Recipe.FAST).withTopBitrate(TOO_LITTLE);
        Path parts = folder.resolve("parts");
        Cancellation pause = new Cancellation();
        Path firstAgain = parts.resolve(".work/chunks/video-180-vp9.mp4.again1.000000.chunk");
        assertThatThrownBy(() -> prepare(
                        crowd,
                        parts,
                        wishes,
                        progress -> {
                            if (firstAgain.toFile().exists()) {
                                pause.pause();
                            }
                        },
                        pause))
                .isInstanceOf(MediaException.class);
        assertThat(firstAgain).exists();

        Prepared resumed = prepare(crowd, parts, wishes, ProgressListener.silent(), new Cancellation());
        Prepared whole = prepare(crowd, folder.resolve("whole"), wishes, ProgressListener.silent(), new Cancellation());

        assertThat(resumed.manifest()).isEqualTo(whole.manifest());
        assertThat(resumed.notices())
                .filteredOn(notice -> notice.code().equals(Notice.RESUMED))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.words()).contains("every picture").doesNotContain("100 %"));
    }

    @Tag("long")
    @Test
    void whatCannotBeHadForSoLittleIsToldOf() throws Exception {
        Prepared prepared = prepare(
                crowd,
                folder.resolve("impossible"),
                wishes(Recipe.FAST).withTopBitrate(20_000L),
                ProgressListener.silent(),
                new Cancellation());

        assertThat(prepared.notices()).extracting(Notice::code).contains(Notice.CAP_PASSED);
        assertThat(prepared.notices())
                .anySatisfy(
                        notice -> assertThat(notice.words()).contains("video-180-vp9.mp4", "20 kbit/s", "--bitrate"));
    }

    private static PlanRequest wishes(Recipe recipe) {
        return PlanRequest.defaults().withRecipe(recipe).withCompatibility(Compatibility.VP9_ONLY);
    }

    /** @param fill how much of it the busiest 10 s take at least: a cap kept by spending nothing would prove nothing */
    private static void assertThatCapsHold(Path clip, PlanRequest wishes, double fill) throws Exception {
        Path output = folder.resolve("out");
        Prepared prepared = prepare(clip, output, wishes, ProgressListener.silent(), new Cancellation());
        for (Outlook.Expected rung : prepared.outlook().outputs()) {
            if (rung.path().startsWith("video-")) {
                long[] sizes = packets(output.resolve(rung.path()));
                long cap = rung.bitrate();
                assertThat(busiest(sizes))
                        .as("bits a second in the busiest 10 s of %s of %s", rung.path(), wishes)
                        .isBetween(Math.round(cap * fill), cap);
            }
        }
        assertThat(prepared.notices()).extracting(Notice::code).doesNotContain(Notice.CAP_PASSED);
        assertThat(Objects.requireNonNull(prepared.manifestFile())).exists();
    }

    private static Prepared prepare(
            Path clip, Path output, PlanRequest wishes, ProgressListener listener, Cancellation cancellation) {
        return new Preparer(() -> Instant.EPOCH, 2)
                .prepare(new PrepareRequest(clip, output, wishes, Beginning.RESUMED), listener, cancellation);
    }

    private static long busiest(long[] sizes) {
        int window = WINDOW_SECONDS * RATE;
        assertThat(sizes).hasSizeGreaterThan(window);
        return LongStream.rangeClosed(0, sizes.length - window)
                .map(start -> LongStream.range(start, start + window)
                        .map(packet -> sizes[(int) packet])
                        .sum())
                .map(bytes -> bytes * Byte.SIZE / WINDOW_SECONDS)
                .max()
                .orElseThrow();
    }

    private static long[] packets(Path file) throws IOException, InterruptedException {
        return FfmpegTool.ffprobe("-show_entries", "packet=size", "-of", "csv=p=0", file.toString())
                .lines()
                .mapToLong(line -> Long.parseLong(line.replace(",", "").strip()))
                .toArray();
    }
}
