package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.run.Notice;
import dev.slipway.media.testing.Boxes;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.media.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which even rate a source is published at, and that it neither loses pictures nor lasts longer or shorter. */
class UnevenRateTest {
    private static final int SIZE = 32;

    @TempDir
    static Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "12,         mp4, 12/1,       24",
        "15,         mkv, 15/1,       30",
        "7.5,        mp4, 15/2,       15",
        "7.5,        mkv, 15/2,       15",
        "24000/1001, mp4, 24000/1001, 48",
        "24000/1001, mkv, 24000/1001, 48",
        "15000/1001, mp4, 15000/1001, 30",
        "20,         avi, 20/1,       40",
        "2,          mp4, 2/1,        4",
        "48,         mkv, 48/1,       96",
        "100,        mp4, 50/1,       100",
        "120,        mp4, 60/1,       120",
        "144,        mkv, 48/1,       96",
        "240,        mp4, 60/1,       120",
    })
    void aSteadyRateStaysAsItIsOrIsDividedEvenly(String rate, String container, String expected, int pictures)
            throws Exception {
        Path clip = make(
                "steady-" + rate.replace('/', '-') + "." + container,
                "testsrc2=s=64x48:r=%s:d=2".formatted(rate),
                List.of("-c:v", container.equals("avi") ? "mpeg4" : "libx264"));
        Preparation prepared = Preparation.of(clip, folder.resolve(clip.getFileName() + "-out"));
        assertThat(rate(prepared)).isEqualTo(Rational.parse(expected));
        var track = Judge.track(prepared.top());
        assertThat(Integer.parseInt(track.path("nb_read_frames").asString())).isCloseTo(pictures, within(1));
        assertThat(Rational.parse(track.path("r_frame_rate").asString())).isEqualTo(Rational.parse(expected));
    }

    /** What a recorder of screens writes: 30 or 60 pictures a second while something moves, one a second while not. */
    @ParameterizedTest
    @CsvSource({"30, 30/1, mkv", "60, 60/1, mp4", "15, 15/1, mkv", "10, 10/1, mp4"})
    void aScreenThatRestsForLongIsShownInAllItsMovements(int burst, String expected, String container)
            throws Exception {
        String film =
                "nullsrc=s=%1$dx%1$d:r=%2$d:d=12,geq=lum='if(lt(T,1)+gte(T,11),if(mod(N,2),200,50),120)':cb=128:cr=128,select='lt(t,1)+gte(t,11)+not(mod(n,10*%2$d))'"
                        .formatted(SIZE, burst);
        Path clip = make(
                "screen-" + burst + "." + container, film, List.of("-c:v", "libx264", "-qp", "10", "-fps_mode", "vfr"));

        Preparation prepared = Preparation.of(clip, folder.resolve(clip.getFileName() + "-out"));

        assertThat(rate(prepared)).isEqualTo(Rational.parse(expected));
        assertThat(prepared.seconds()).isCloseTo(12, within(0.05));
        Film shown = Film.of(prepared.top(), SIZE, SIZE);
        assertThat(shown.pictures()).hasSize(12 * burst);
        for (int picture = 0; picture < burst; picture++) {
            assertThat(shown.mean(picture)).as("picture %d", picture).isCloseTo(light(picture), within(8.0));
            assertThat(shown.mean(11 * burst + picture))
                    .as("picture %d of the end", picture)
                    .isCloseTo(light(11 * burst + picture), within(8.0));
        }
    }

    /** By the table of durations (ISO/IEC 14496-12, section 8.6.1.2), as a recorder writes it when it is stopped. */
    @Test
    void aLastPictureThatStaysIsNoLoss() throws Exception {
        Path clip = make(
                "rest.mp4",
                "testsrc2=s=64x48:r=10:d=12,select='lt(t,2)+gte(n,119)'",
                List.of("-c:v", "libx264", "-bf", "0", "-fps_mode", "vfr", "-video_track_timescale", "1000"));
        byte[] resting = Boxes.changed(
                Files.readAllBytes(clip),
                List.of("moov", "trak", "mdia", "minf", "stbl", "stts"),
                all -> true,
                table -> ByteBuffer.wrap(table).putInt(table.length - 4, 6000).array());
        Preparation prepared = Preparation.of(Files.write(clip, resting), folder.resolve("rest"));
        assertThat(prepared.prepared().notices()).extracting(Notice::code).doesNotContain(Notice.SOURCE_DAMAGED);
        assertThat(prepared.seconds()).isCloseTo(17.9, within(0.2));
    }

    private static double light(int picture) {
        return picture % 2 == 1 ? 200 : 50;
    }

    private static Rational rate(Preparation prepared) {
        return Objects.requireNonNull(prepared.topArtifact().media().frameRate());
    }

    private static Path make(String name, String film, List<String> options) throws IOException, InterruptedException {
        Path clip = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", film, "-pix_fmt", "yuv420p"));
        arguments.addAll(options);
        arguments.add(clip.toString());
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return clip;
    }
}
