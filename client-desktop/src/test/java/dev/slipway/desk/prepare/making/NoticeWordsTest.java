package dev.slipway.desk.prepare.making;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.media.run.Notice;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeWordsTest {
    private static final String ENGINES = "The engine's own English.";

    private final Texts texts = new Texts(Language.ENGLISH);

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeOfTheEngineHasWordsInBothLanguages(String code) {
        for (Language language : Language.values()) {
            texts.language().set(language);
            assertThat(texts.has("prepare.notice." + code))
                    .as(language + " " + code)
                    .isTrue();
            NoticeWords words = words(new Notice(code, ENGINES, "video-720-vp9.mp4"));
            assertThat(Stream.concat(
                            words.remarks().stream(),
                            words.warnings().stream().map(note -> note.words() + " / " + note.exact())))
                    .singleElement()
                    .asString()
                    .doesNotContain(ENGINES);
        }
    }

    /** What the engine names, so that a new one cannot be forgotten here. */
    static List<String> codes() {
        List<String> codes = Stream.of(Notice.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(NoticeWordsTest::value)
                .toList();
        assertThat(codes).contains(Notice.SOURCE, Notice.SUBTITLES_LOST).hasSizeGreaterThan(10);
        return codes;
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anUnknownCodeHasTheEnginesWordsBelowOurs(Language language) {
        texts.language().set(language);
        assertThat(words(new Notice("of-tomorrow", ENGINES)).warnings())
                .containsExactly(new NoticeWords.Note(texts.get("prepare.notice"), ENGINES));
    }

    @Test
    void whatNobodyNeedsToMindIsNoWarning() {
        NoticeWords words = words(
                new Notice(Notice.RESUMED, ENGINES, "42 %"),
                new Notice(Notice.SUBTITLES_LOST, ENGINES, "subtitles-ru.vtt"),
                new Notice(Notice.SOURCE, ENGINES),
                new Notice(Notice.SOURCE, "Another sentence."));
        assertThat(words.remarks()).hasSize(1);
        assertThat(words.warnings()).hasSize(2);
        assertThat(words.warnings().getFirst().exact()).isEqualTo("subtitles-ru.vtt");
    }

    private NoticeWords words(Notice... notices) {
        return new NoticeWords(texts, List.of(notices));
    }

    private static String value(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
