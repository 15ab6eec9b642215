package dev.slipway.media.probe.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.testing.FfmpegTool;
import dev.slipway.model.media.AudioFacts;
import dev.slipway.model.media.AudioTrackFacts;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundTracksTest {
    @TempDir
    private static Path folder;

    private static Path film() {
        return folder.resolve("three.mkv");
    }

    /** English in stereo, German in 5.1 and marked as default, and one without a language. */
    @BeforeAll
    static void makeAFilmWithThreeSounds() throws Exception {
        FfmpegTool.ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=64x64:d=1",
                "-f",
                "lavfi",
                "-i",
                "sine=440:d=1:sample_rate=44100,aformat=channel_layouts=stereo",
                "-f",
                "lavfi",
                "-i",
                "sine=550:d=1:sample_rate=48000,aformat=channel_layouts=5.1",
                "-f",
                "lavfi",
                "-i",
                "sine=660:d=1:sample_rate=32000,aformat=channel_layouts=mono",
                "-map",
                "1:a",
                "-map",
                "0:v",
                "-map",
                "2:a",
                "-map",
                "3:a",
                "-c:v",
                "ffv1",
                "-c:a",
                "flac",
                "-metadata:s:a:0",
                "language=eng",
                "-metadata:s:a:1",
                "language=ger",
                "-metadata:s:a:1",
                "title=Für Zuhörer",
                "-disposition:a:0",
                "0",
                "-disposition:a:1",
                "default",
                "-disposition:a:2",
                "0",
                film().toString());
    }

    @Test
    void everySoundTrackIsListedAndTheMarkedOneIsPublished() {
        SourceScan scan = SourceScan.scan(film());
        assertThat(scan.facts().audioTracks())
                .containsExactly(
                        new AudioTrackFacts(1, "flac", 2, 44_100, "eng", null, false),
                        new AudioTrackFacts(2, "flac", 6, 48_000, "ger", "Für Zuhörer", true),
                        new AudioTrackFacts(3, "flac", 1, 32_000, null, null, false));
        assertThat(scan.facts().audio()).isEqualTo(new AudioFacts("flac", 6, 48_000));
        assertThat(scan.soundTrack()).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 44100, 0",
        "en, 44100, 0",
        "ENG, 44100, 0",
        "en-GB, 44100, 0",
        "de, 48000, 2",
        "deu, 48000, 2",
        "3, 32000, 3"
    })
    void aTrackIsChosenByNumberOrLanguage(String wanted, int sampleRate, int index) {
        SourceScan scan = SourceScan.scan(film()).withSound(wanted);
        assertThat(scan.facts().audio()).extracting(AudioFacts::sampleRate).isEqualTo(sampleRate);
        assertThat(scan.soundTrack()).hasValue(index);
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "fr", "und"})
    void aTrackThatIsNotThereIsRefusedWithAListOfThoseThatAre(String wanted) {
        SourceScan scan = SourceScan.scan(film());
        assertThatThrownBy(() -> scan.withSound(wanted))
                .hasMessageContaining("1 (eng, flac, 2 channels)")
                .hasMessageContaining("2 (ger, flac, 6 channels, \"Für Zuhörer\")")
                .asInstanceOf(type(MediaException.class))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ProblemCode.USAGE));
    }
}
