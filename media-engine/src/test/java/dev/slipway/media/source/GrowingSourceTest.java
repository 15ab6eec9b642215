package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.probe.Damage;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Notice;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory is reckoned from a film's first pictures. */
class GrowingSourceTest {
    private static final String GREW = "so much larger";

    @TempDir
    static Path folder = Path.of("");

    private static Path small = Path.of("not made yet");

    @BeforeAll
    static void makeTheBeginning() throws Exception {
        small = part("320x240", 75);
    }

    @Test
    void aFewPicturesThatAreMuchLargerAreBridgedAndTold() throws Exception {
        Path clip = joined("few.ts", small, part("4352x2448", 3), small);
        Preparation prepared = Preparation.of(clip, folder.resolve("few"));
        assertThat(grown(prepared))
                .singleElement()
                .satisfies(words -> assertThat(words).startsWith("3 of 153 pictures"));
        assertThat(prepared.seconds()).isBetween(6.0, 6.3);
        Judge.decodesWithoutComplaint(prepared.top());
    }

    @Test
    void manyAreRefusedWithTheReasonUnlessTheCreatorInsists() throws Exception {
        Path clip = joined("many.ts", small, part("4352x2448", 30), small);
        assertThatThrownBy(() -> Preparation.of(clip, folder.resolve("many")))
                .isInstanceOfSatisfying(MediaException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ProblemCode.PAYLOAD_TOO_LARGE);
                    assertThat(refusal).hasMessageContaining(GREW).hasMessageContaining("--accept-damage");
                });
        Preparation insisted =
                Preparation.of(clip, folder.resolve("insisted"), Preparation.QUICK.withDamage(Damage.ACCEPTED));
        assertThat(grown(insisted))
                .singleElement()
                .satisfies(words -> assertThat(words).startsWith("30 of 180 pictures"));
    }

    @Test
    void theSizesThatRecordingsChangeBetweenAreShown() throws Exception {
        Path clip = joined("ordinary.ts", small, part("1920x1080", 30), small);
        Preparation prepared = Preparation.of(clip, folder.resolve("ordinary"));
        assertThat(prepared.prepared().notices()).extracting(Notice::code).doesNotContain(Notice.SOURCE_DAMAGED);
    }

    private static List<String> grown(Preparation prepared) {
        return prepared.prepared().notices().stream()
                .filter(notice -> notice.code().equals(Notice.SOURCE_DAMAGED))
                .map(Notice::words)
                .filter(words -> words.contains(GREW))
                .toList();
    }

    private static Path part(String size, int pictures) throws IOException, InterruptedException {
        Path file = folder.resolve(size + "-" + pictures + ".ts");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=r=25:s=" + size,
                "-frames:v",
                Integer.toString(pictures),
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-pix_fmt",
                "yuv420p",
                file.toString());
        return file;
    }

    private static Path joined(String name, Path... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Path part : parts) {
            bytes.writeBytes(Files.readAllBytes(part));
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }
}
