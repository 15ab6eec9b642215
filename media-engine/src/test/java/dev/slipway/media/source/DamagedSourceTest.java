package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.plan.PlanRequest;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Picture;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedSourceTest {
    private static final int PICTURES = 100;

    @TempDir
    static Path folder;

    private static byte[] whole = {};

    @BeforeAll
    static void film() throws Exception {
        Path file = folder.resolve("whole.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=320x180:r=25:d=4",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-g",
                "25",
                "-bf",
                "2",
                "-movflags",
                "+faststart",
                file.toString());
        whole = Files.readAllBytes(file);
    }

    @Test
    void damageThatTheDecoderCoversUpIsCountedAndRefused() throws Exception {
        Path clip = damaged("riddled.mp4", 5);
        assertRefused(clip, "refused", ProblemCode.DAMAGED, "--accept-damage");
    }

    @Test
    void whoInsistsGetsEveryPictureAndIsToldWhatWasLost() throws Exception {
        Path clip = damaged("insisted.mp4", 5);
        Preparation prepared =
                Preparation.of(clip, folder.resolve("insisted"), Preparation.QUICK.withDamage(Damage.ACCEPTED));
        assertThat(Picture.count(prepared.top())).isEqualTo(PICTURES);
        assertThat(prepared.prepared().notices())
                .filteredOn(Notice::code, Notice.SOURCE_DAMAGED)
                .singleElement()
                .satisfies(notice -> assertThat(notice.words()).contains("of 100 pictures"));
        Judge.decodesWithoutComplaint(prepared.top());
    }

    @Test
    void damageIsToldOnceThoughPartsAreMadeAgainForTheirCap() throws Exception {
        Path clip = damaged("capped.mp4", 5);
        Preparation prepared = Preparation.of(
                clip,
                folder.resolve("capped"),
                Preparation.QUICK.withDamage(Damage.ACCEPTED).withTopBitrate(PlanRequest.MIN_BITRATE));
        assertThat(prepared.prepared().notices())
                .extracting(Notice::code)
                .contains(Notice.CAP_PASSED)
                .containsOnlyOnce(Notice.SOURCE_DAMAGED);
    }

    @Test
    void oneBadPictureIsToldAndIsNoReasonToRefuse() throws Exception {
        byte[] bytes = whole.clone();
        int at = bytes.length - 2_000;
        Arrays.fill(bytes, at, at + 40, (byte) 0x55);
        Path clip = Files.write(folder.resolve("scratched.mp4"), bytes);
        Preparation prepared = Preparation.of(clip, folder.resolve("scratched"));
        assertThat(Picture.count(prepared.top())).isEqualTo(PICTURES);
        assertThat(prepared.prepared().notices()).extracting(Notice::code).containsOnlyOnce(Notice.SOURCE_DAMAGED);
    }

    @Test
    void halfAFileIsRefusedUnlessTheCreatorInsists() throws Exception {
        Path clip = Files.write(folder.resolve("half.mp4"), Arrays.copyOf(whole, whole.length / 2));
        assertRefused(clip, "half", ProblemCode.TRUNCATED, "--accept-damage");
        Preparation prepared =
                Preparation.of(clip, folder.resolve("accepted"), Preparation.QUICK.withDamage(Damage.ACCEPTED));
        assertThat(Picture.count(prepared.top())).isBetween(30, 60);
        assertThat(prepared.prepared().notices())
                .extracting(Notice::words)
                .anyMatch(words -> words.startsWith("Part of the file is missing: it promises 100 pictures and holds"));
    }

    @Test
    void aFileThatLacksItsLastTwentiethIsPublishedWithAWarning() throws Exception {
        Path clip = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(whole, whole.length - whole.length / 20));
        assertThat(Probe.probe(clip).codedWarnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo(SourceWarning.PICTURES_MISSING);
            assertThat(warning.words()).startsWith("Part of the file is missing");
            assertThat(warning.exact()).matches("9\\d / " + PICTURES);
        });
        assertThat(Picture.count(Preparation.of(clip, folder.resolve("cut")).top()))
                .isBetween(90, PICTURES);
    }

    /** Overwrites a stretch of the payload in every so many thousand bytes. */
    private static Path damaged(String name, int everyThousand) throws IOException {
        byte[] bytes = whole.clone();
        for (int at = bytes.length / 6; at < bytes.length - 100; at += everyThousand * 1000) {
            Arrays.fill(bytes, at, at + 60, (byte) 0x55);
        }
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertRefused(Path clip, String output, ProblemCode code, String words) {
        assertThatThrownBy(() -> Preparation.of(clip, folder.resolve(output)))
                .isInstanceOfSatisfying(MediaException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    assertThat(refusal).hasMessageContaining(words);
                });
        assertThat(folder.resolve(output).resolve("manifest.json")).doesNotExist();
    }
}
