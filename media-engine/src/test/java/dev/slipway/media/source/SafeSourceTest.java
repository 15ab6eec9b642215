package dev.slipway.media.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.Probe;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.media.testing.Preparation;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeSourceTest {
    @TempDir
    static Path folder;

    private static Path film = Path.of("not made yet");
    private static Path words = Path.of("not made yet");

    @BeforeAll
    static void aFilmToPointAt() throws Exception {
        film = folder.resolve("film.mkv");
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x48:r=25:d=4",
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                film.toString());
        words = Files.writeString(folder.resolve("words.srt"), """
                1
                00:00:01,000 --> 00:00:02,500
                <i>Hello</i> & welcome
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile://FILM\n#EXT-X-ENDLIST\n",
                "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nhttp://127.0.0.1:1/a.ts\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile 'FILM'\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period><AdaptationSet>"
                        + "<Representation id=\"1\"><BaseURL>FILM</BaseURL></Representation></AdaptationSet></Period></MPD>",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n",
                "[playlist]\nFile1=FILM\nNumberOfEntries=1\n",
                "<asx version=\"3.0\"><entry><ref href=\"FILM\"/></entry></asx>",
                "RTSPtext\nrtsp://127.0.0.1:1/film\n",
                "[Reference]\nRef1=http://127.0.0.1:1/film?MSWMExt=.asf\n",
            })
    void aFileThatOnlyPointsElsewhereIsNoVideoUnderAnyName(String content) throws IOException {
        for (String extension : new String[] {"m3u8", "mp4", "ts", "mkv", "ffconcat", "mpd", "sdp", "asf"}) {
            Path list = folder.resolve("list." + extension);
            Files.writeString(list, content.replace("FILM", film.toString()));
            assertRefused(list);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "testsrc2=s=64x48",
                "concat:film.mkv|film.mkv",
                "-",
                "pipe:0",
                "frame%03d.png",
                "100%.jpg",
                "what?.png"
            })
    void aNameIsOnlyAName(String name) throws IOException {
        assertRefused(Files.writeString(folder.resolve(name), "nothing"));
        Path named = folder.resolve(name);
        Files.copy(film, named, StandardCopyOption.REPLACE_EXISTING);
        assertThat(Probe.probe(named).durationMicros()).isEqualTo(4_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkv srt", "mkv ass", "mkv webvtt", "mp4 mov_text"})
    void textSubtitlesOfEveryKindBecomeWebVtt(String kind) throws Exception {
        String[] parts = kind.split(" ");
        Path clip = folder.resolve("subtitled-" + parts[1] + "." + parts[0]);
        FfmpegTool.ffmpeg(
                "-i",
                film.toString(),
                "-i",
                words.toString(),
                "-map",
                "1",
                "-map",
                "0",
                "-c:v",
                "copy",
                "-c:s",
                parts[1],
                "-metadata:s:s:0",
                "language=fra",
                clip.toString());
        Preparation prepared = Preparation.of(clip, folder.resolve("out-" + parts[1]));
        assertThat(prepared.folder().resolve("subtitles-fr.vtt"))
                .content()
                .startsWith("WEBVTT")
                .contains("00:00:01.000 --> 00:00:02.500")
                .contains("Hello")
                .contains("&amp; welcome");
    }

    @Test
    void aCancelledProbeStops() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() -> Probe.probe(film, Damage.REFUSED, ProgressListener.silent(), cancellation))
                .isInstanceOf(CancellationException.class);
    }

    private static void assertRefused(Path file) {
        assertThatThrownBy(() -> Probe.probe(file))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_A_VIDEO));
    }
}
