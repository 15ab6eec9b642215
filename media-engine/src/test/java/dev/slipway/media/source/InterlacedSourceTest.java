package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.media.picture.ScanType;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.media.SourceWarning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterlacedSourceTest {
    private static final List<String> INTERLACED = List.of("-c:v", "libx264", "-crf", "12", "-flags", "+ilme+ildct");

    private static final List<String> WITHOUT_FIELDS = List.of("-c:v", "mpeg4", "-q:v", "2");

    private static final int WIDTH = 320;
    private static final int HEIGHT = 480;

    @TempDir
    static Path folder;

    private static Path progressive = Path.of("not made yet");
    private static Film whole = new Film(WIDTH, HEIGHT, List.of());

    @BeforeAll
    static void aMovingBox() throws Exception {
        progressive = make("progressive", 50, "null", List.of("-c:v", "libx264", "-crf", "12"));
        whole = film(progressive);
    }

    @ParameterizedTest
    @CsvSource({
        "tff, tff=1, interleave_top,    TOP_FIRST",
        "bff, bff=1, interleave_bottom, BOTTOM_FIRST",
        // What the file says is the opposite of what its pixels show.
        "lie, bff=1, interleave_top,    TOP_FIRST",
    })
    void fieldsBecomeTheWholePicturesTheyWereTakenFrom(String name, String header, String weave, ScanType expected)
            throws Exception {
        Path clip = make(name, 50, "tinterlace=" + weave, with(INTERLACED, "-x264opts", header));
        SourceScan scan = SourceScan.scan(clip);
        assertThat(scan.traits().scanType()).isEqualTo(expected);
        assertThat(scan.facts().codedWarnings()).anySatisfy(warning -> {
            assertThat(warning.code()).isEqualTo(SourceWarning.INTERLACED);
            assertThat(warning.exact()).isEqualTo(expected.name().substring(0, 1) + "FF");
        });

        Film shown = film(Preparation.of(clip, folder.resolve(name)).top());

        Film woven = film(clip);
        assertThat(shown.pictures()).hasSize(woven.pictures().size());
        for (int number = 5; number < 20; number++) {
            assertThat(shown.combing(number)).as("combing of %d", number).isLessThan(woven.combing(number) / 2);
            assertThat(shown.difference(number, whole, 2 * number))
                    .as("picture %d against the moments around", number)
                    .isLessThan(shown.difference(number, whole, 2 * number + 1))
                    .isLessThan(shown.difference(number, whole, 2 * number - 1));
        }
    }

    /** As programs write it that know nothing of fields. */
    @ParameterizedTest
    @CsvSource({
        "top,    interleave_top,    prog, TOP_FIRST_UNMARKED",
        "bottom, interleave_bottom, prog, BOTTOM_FIRST_UNMARKED",
        // The container's header speaks of fields, the codec's pictures do not.
        "header, interleave_top,    tff,  TOP_FIRST_UNMARKED",
    })
    void wovenPicturesAreFoundWithoutAMark(String name, String weave, String field, ScanType expected)
            throws Exception {
        Path clip = make("unmarked-" + name, 50, "tinterlace=%s,setfield=%s".formatted(weave, field), WITHOUT_FIELDS);
        assertThat(SourceScan.scan(clip).traits().scanType()).isEqualTo(expected);
        Film shown =
                film(Preparation.of(clip, folder.resolve("unmarked-" + name)).top());
        Film woven = film(clip);
        for (int number = 5; number < 20; number++) {
            assertThat(shown.combing(number)).as("combing of %d", number).isLessThan(woven.combing(number) / 2);
        }
    }

    @Test
    void wholePicturesInAFileThatSpeaksOfFieldsStayAsTheyAre() throws Exception {
        Path clip = make("header-only", 25, "setfield=tff", WITHOUT_FIELDS);
        assertThat(FfmpegTool.ffprobe("-show_entries", "stream=field_order", "-of", "csv=p=0", clip.toString()))
                .as("what the file says")
                .contains("t");
        SourceScan scan = SourceScan.scan(clip);
        assertThat(scan.traits().scanType()).isEqualTo(ScanType.PROGRESSIVE_MARKED_INTERLACED);
    }

    /** Lines that flicker and scroll are what idet mistakes most. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "testsrc2=s=320x480:r=25:d=4",
                "nullsrc=s=320x480:r=25:d=4,geq=lum='128+100*mod(floor(Y/2)+N,2)':cb=128:cr=128",
                "nullsrc=s=320x480:r=25:d=4,geq=lum='128+100*mod(Y+N,2)':cb=128:cr=128",
                "color=gray:s=320x480:r=25:d=4,noise=alls=60:allf=t",
                "mandelbrot=s=320x480:r=25:end_scale=0.1,trim=end=4",
                "life=s=320x480:r=25:mold=10:ratio=0.3,trim=end=4",
            })
    void wholePicturesFullOfLinesAndNoiseAreNotTakenForWoven(String scene) throws Exception {
        Path clip = folder.resolve("lines-" + Integer.toHexString(scene.hashCode()) + ".mkv");
        FfmpegTool.ffmpeg(
                "-f", "lavfi", "-i", scene, "-pix_fmt", "yuv420p", "-c:v", "libx264", "-crf", "12", clip.toString());
        assertThat(SourceScan.scan(clip).traits().scanType()).isEqualTo(ScanType.PROGRESSIVE);
    }

    /** Nobody ever wove so few lines; at 96 the drawn pictures' fine stripes look woven from one end to the other. */
    @Test
    void smallPicturesAreWholeWhateverTheirStripesLookLike() throws Exception {
        Path clip = folder.resolve("small.mp4");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=128x96:r=25:d=1",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                clip.toString());
        assertThat(SourceScan.scan(clip).traits().scanType()).isEqualTo(ScanType.PROGRESSIVE);
    }

    @Test
    void wholePicturesThatAreMarkedAsInterlacedStayAsTheyAre() throws Exception {
        Path clip = make("psf", 25, "null", with(INTERLACED, "-x264opts", "tff=1"));
        SourceScan scan = SourceScan.scan(clip);
        assertThat(scan.traits().scanType()).isEqualTo(ScanType.PROGRESSIVE_MARKED_INTERLACED);
        assertThat(scan.facts().codedWarnings())
                .extracting(SourceWarning::code)
                .contains(SourceWarning.MARKED_INTERLACED);
    }

    @Test
    void telecinedFilmIsLeftAloneAndNoted() throws Exception {
        Path clip = make("film", 24, "telecine=first_field=top:pattern=23", with(INTERLACED, "-x264opts", "tff=1"));
        SourceScan scan = SourceScan.scan(clip);
        assertThat(scan.traits().scanType()).isEqualTo(ScanType.TELECINED);
        assertThat(scan.facts().codedWarnings()).extracting(SourceWarning::code).contains(SourceWarning.TELECINED);
    }

    @Test
    void aProgressiveFilmIsNotFiltered() {
        assertThat(SourceScan.scan(progressive).traits().scanType()).isEqualTo(ScanType.PROGRESSIVE);
    }

    private static Path make(String name, int rate, String weave, List<String> encoder)
            throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".mkv");
        String scene =
                "color=gray:s=320x480:r=%1$d:d=1[a];testsrc2=s=80x120:r=%1$d:d=1[b];[a][b]overlay=x='20+mod(n*3,200)':y=60,%2$s,format=yuv420p"
                        .formatted(rate, weave);
        List<String> arguments = new ArrayList<>(List.of("-filter_complex", scene));
        arguments.addAll(encoder);
        arguments.addAll(List.of("-y", file.toString()));
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return file;
    }

    private static List<String> with(List<String> options, String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return all;
    }

    private static Film film(Path file) throws IOException, InterruptedException {
        return Film.of(file, WIDTH, HEIGHT);
    }
}
