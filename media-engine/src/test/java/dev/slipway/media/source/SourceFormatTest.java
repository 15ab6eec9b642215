package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Film;
import dev.slipway.media.testing.Judge;
import dev.slipway.media.testing.Preparation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The master grows brighter by the same step in each picture, so that every picture shows its number. */
class SourceFormatTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;
    private static final int PICTURES = 40;
    private static final int DARKEST = 40;
    private static final int STEP = 4;
    /** What the planner chooses for some twelve pictures a second. */
    private static final int EVEN_RATE = 15;

    @TempDir
    static Path folder;

    private static Path master = Path.of("not made yet");

    @BeforeAll
    static void aFilmOfNumberedPictures() throws Exception {
        master = folder.resolve("master.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "nullsrc=s=160x96:r=25:d=1.6,geq=lum='40+4*N':cb=128:cr=128",
                "-c:v",
                "ffv1",
                master.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "b.mp4       | -c:v libx264 -bf 2 -g 25",
                "b.h264      | -c:v libx264 -bf 2 -g 25",
                "b.hevc      | -c:v libx265 -x265-params log-level=none:bframes=2",
                "asp.avi     | -c:v mpeg4 -bf 2 -q:v 2",
                "avc.avi     | -c:v libx264 -bf 2",
                "mpeg2.mpg   | -c:v mpeg2video -bf 2 -q:v 2",
                "mpeg2.ts    | -c:v mpeg2video -bf 2 -q:v 2",
                "full.mp4    | -vf scale=out_range=pc,format=yuvj420p -c:v libx264",
                "ten.mkv     | -pix_fmt yuv444p10le -c:v libx264 -bf 2",
                "packed.mov  | -pix_fmt yuyv422 -c:v rawvideo",
                "live.webm   | -c:v libvpx -b:v 2M -deadline realtime -live 1",
                "flash.flv   | -c:v flv -q:v 2",
                "wm.wmv      | -c:v wmv2 -q:v 2",
            })
    void everyPictureIsShownOnceAndInItsPlace(String name, String options) throws Exception {
        Path clip = make(name, options.split(" "));
        Film shown = prepared(clip);
        assertThat(shown.pictures()).hasSize(PICTURES);
        for (int number = 0; number < PICTURES; number++) {
            assertThat(shown.mean(number)).as("picture %d", number).isCloseTo(level(number), within(3.0));
        }
    }

    @Test
    void anEditListThatCutsTheStartCutsItHereToo() throws Exception {
        Path whole = make("whole.mp4", "-c:v", "libx264", "-bf", "2", "-g", "100");
        Path cut = folder.resolve("cut.mp4");
        FfmpegTool.ffmpeg("-ss", "0.6", "-i", whole.toString(), "-c", "copy", cut.toString());
        Film shown = prepared(cut);
        assertThat(shown.pictures()).hasSize(PICTURES - 15);
        for (int number = 0; number < shown.pictures().size(); number++) {
            assertThat(shown.mean(number)).as("picture %d", number).isCloseTo(level(number + 15), within(3.0));
        }
    }

    @Test
    void picturesAtUnevenTimesAreShownWhenTheyAreDue() throws Exception {
        Path clip = make("uneven.mkv", "-vf", "select='not(mod(n,3))+not(mod(n,5))'", "-vsync", "vfr", "-c:v", "ffv1");
        Film shown = prepared(clip);
        assertThat(shown.pictures()).hasSizeGreaterThan(PICTURES / 2);
        for (int place = 0; place < shown.pictures().size(); place++) {
            int due = 0;
            for (int number = 0; number < PICTURES; number++) {
                boolean kept = number % 3 == 0 || number % 5 == 0;
                due = kept && Math.round(number * EVEN_RATE / 25.0) <= place ? number : due;
            }
            assertThat(shown.mean(place)).as("place %d shows %d", place, due).isCloseTo(level(due), within(3.0));
        }
    }

    @Test
    void aTenthOfASecondIsAVideo() throws Exception {
        Film shown = prepared(make("short.mp4", "-frames:v", "3", "-c:v", "libx264"));
        assertThat(shown.pictures()).hasSize(3);
    }

    @Test
    void oddSidesAndOblongPixelsBecomeEvenAndSquare() throws Exception {
        Path clip = make("odd.mkv", "-vf", "scale=353:287,setsar=16/11", "-pix_fmt", "yuv444p", "-c:v", "ffv1");
        Preparation prepared = Preparation.of(clip, folder.resolve("odd"));
        var track = Judge.track(prepared.top());
        assertThat(track.path("height").asInt()).isBetween(286, 288);
        assertThat(track.path("width").asInt()).isBetween(510, 516);
        assertThat(track.path("width").asInt() % 2).isZero();
        assertThat(track.path("sample_aspect_ratio").asString()).isEqualTo("1:1");
    }

    @Test
    void theFilmIsFoundBehindOtherTracksAndCovers() throws Exception {
        Path cover = folder.resolve("cover.png");
        FfmpegTool.ffmpeg("-f", "lavfi", "-i", "color=red:s=320x320", "-frames:v", "1", cover.toString());
        Path clip = folder.resolve("covered.mp4");
        FfmpegTool.ffmpeg(
                "-i",
                cover.toString(),
                "-f",
                "lavfi",
                "-i",
                "sine=d=1.6",
                "-i",
                master.toString(),
                "-map",
                "0:v",
                "-map",
                "1:a",
                "-map",
                "2:v",
                "-c:v:0",
                "png",
                "-c:v:1",
                "libx264",
                "-c:a",
                "aac",
                "-disposition:v:0",
                "attached_pic",
                clip.toString());
        Film shown = prepared(clip);
        assertThat(shown.pictures()).hasSize(PICTURES);
        assertThat(shown.mean(10)).isCloseTo(level(10), within(3.0));
    }

    private static double level(int number) {
        return DARKEST + STEP * number;
    }

    private static Film prepared(Path clip) throws IOException, InterruptedException {
        Path output = folder.resolve(clip.getFileName() + "-out");
        return Film.of(Preparation.of(clip, output).top(), WIDTH, HEIGHT);
    }

    private static Path make(String name, String... options) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        List<String> arguments = new ArrayList<>(List.of("-i", master.toString()));
        if (Arrays.stream(options).noneMatch(option -> option.equals("-pix_fmt") || option.contains("format="))) {
            arguments.addAll(List.of("-pix_fmt", "yuv420p"));
        }
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-y", file.toString()));
        FfmpegTool.ffmpeg(arguments.toArray(String[]::new));
        return file;
    }
}
