package dev.slipway.desk.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class VideoWordsTest {
    private final Texts texts = new Texts(Language.ENGLISH);

    @Test
    void aCreatorReadsPlainWordsAndTheExactTermsBeside() {
        List<String> lines = new VideoWords(texts, ScriptedEngine.STREET)
                .lines().stream()
                        .map(line -> line.name() + ": " + line.words() + " | " + line.exact())
                        .map(line -> line.replace('\u00a0', ' '))
                        .toList();

        assertThat(lines)
                .containsExactly(
                        "Length: 2 min 10 s | 2:10, mp4",
                        "Size: 18.4 MB | 18,412,345 B",
                        "Picture: 1920 × 1080, 29.97 pictures a second | h264, yuv420p, SDR, 30000/1001 fps",
                        "Sound: Stereo | aac, 48000 Hz",
                        "Subtitles: English, Russian | mov_text");
    }

    @Test
    void whatIsUnusualIsWarnedOfOnce() {
        List<VideoWords.Warning> warnings = new VideoWords(texts, ScriptedEngine.DIFFICULT).warnings();

        assertThat(warnings)
                .extracting(VideoWords.Warning::words)
                .satisfiesExactly(
                        vertical -> assertThat(vertical).contains("vertical"),
                        range -> assertThat(range).contains("high dynamic range"),
                        silent -> assertThat(silent).contains("no sound"),
                        longer -> assertThat(longer).contains("very long"),
                        more -> assertThat(more).contains("worth knowing"));
        assertThat(warnings.getLast().exact()).startsWith("The pictures do not come at an even rate");
        assertThat(new VideoWords(texts, ScriptedEngine.STREET).warnings()).isEmpty();
    }

    @Test
    void russianReadsAsRussian() {
        texts.language().set(Language.RUSSIAN);
        assertThat(new VideoWords(texts, ScriptedEngine.STREET).summary().replace('\u00a0', ' '))
                .isEqualTo("1920 × 1080 · 2 мин 10 с · 18,4 МБ");
    }

    @Test
    void everyRefusalOfAVideoHasItsOwnWords() {
        for (ProblemCode code : List.of(
                ProblemCode.FILE_NOT_FOUND,
                ProblemCode.NOT_A_VIDEO,
                ProblemCode.NO_PICTURE,
                ProblemCode.STILL_PICTURE,
                ProblemCode.TRUNCATED,
                ProblemCode.DAMAGED,
                ProblemCode.ENCRYPTED,
                ProblemCode.DOLBY_VISION,
                ProblemCode.NOT_DECODABLE,
                ProblemCode.ENCODE_FAILED,
                ProblemCode.ENGINE_CRASHED,
                ProblemCode.ENGINE_TIMEOUT,
                ProblemCode.DISK_FULL,
                ProblemCode.INTERNAL)) {
            assertThat(texts.has("problem." + code.code())).as(code.code()).isTrue();
        }
    }
}
