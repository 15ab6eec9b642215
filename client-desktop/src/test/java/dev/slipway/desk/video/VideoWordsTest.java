package dev.slipway.desk.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.model.media.MediaFacts;
import dev.slipway.model.media.SourceWarning;
import dev.slipway.model.problem.ProblemCode;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VideoWordsTest {
    private static final String ENGINES = "The engine's own English.";

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
                        uneven -> assertThat(uneven).contains("uneven rate"));
        assertThat(warnings.getLast().exact()).isEqualTo("VFR, ≈ 48.12 fps");
        assertThat(new VideoWords(texts, ScriptedEngine.STREET).warnings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyWarningOfTheEngineHasWordsInBothLanguages(String code) {
        for (Language language : Language.values()) {
            texts.language().set(language);
            assertThat(texts.has("video.warning." + code))
                    .as(language + " " + code)
                    .isTrue();
            assertThat(warnings(new SourceWarning(code, ENGINES, "6 / 7")))
                    .singleElement()
                    .satisfies(warning -> {
                        assertThat(warning.words()).doesNotContain(ENGINES).isNotEqualTo(texts.get("video.warning"));
                        assertThat(warning.exact()).doesNotContain(ENGINES).contains("6 / 7");
                    });
        }
    }

    /** What the engine names, so that a new one cannot be forgotten here. */
    static List<String> codes() {
        List<String> codes = Stream.of(SourceWarning.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(VideoWordsTest::value)
                .toList();
        assertThat(codes)
                .contains(SourceWarning.NO_SOUND, SourceWarning.CLOCK_JUMPS)
                .hasSizeGreaterThan(15);
        return codes;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anUnknownWarningHasTheEnginesWordsBelowOurs(Language language) {
        texts.language().set(language);
        assertThat(warnings(
                        new SourceWarning("of-tomorrow", ENGINES, "7"),
                        new SourceWarning("of-tomorrow", "Another sentence.")))
                .containsExactly(
                        new VideoWords.Warning(texts.get("video.warning"), ENGINES),
                        new VideoWords.Warning(texts.get("video.warning"), "Another sentence."));
    }

    @Test
    void figuresThatDoNotNameThemselvesAreNamedInTheirLanguage() {
        texts.language().set(Language.RUSSIAN);
        assertThat(new VideoWords(texts, ScriptedEngine.JOINED).warnings())
                .extracting(VideoWords.Warning::exact)
                .containsExactly(
                        "Скачков часов: 3", "Чересстрочная развёртка, TFF", "Звук после последнего кадра: 0:04.0");
    }

    private List<VideoWords.Warning> warnings(SourceWarning... warnings) {
        MediaFacts street = ScriptedEngine.STREET;
        return new VideoWords(
                        texts,
                        new MediaFacts(
                                street.container(),
                                street.bytes(),
                                street.durationMicros(),
                                street.video(),
                                street.audio(),
                                street.audioTracks(),
                                street.subtitles(),
                                List.of(warnings)))
                .warnings();
    }

    private static String value(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
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
