package dev.slipway.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.video.VideoWords;
import dev.slipway.model.media.MediaFacts;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What earlier desks kept is read as they meant it. */
class EarlierDraftTest {
    private static final String UNEVEN =
            "The pictures do not come at an even rate; the published video will have an even one.";
    /** As it was written before warnings had codes. */
    private static final String FACTS = """
            {"container":"mov","bytes":7912345,"durationMicros":9130000,"video":{"codec":"hevc","width":3840,
            "height":2160,"displayWidth":3840,"displayHeight":2160,"rotation":0,"frameRate":"50/1",
            "variableFrameRate":true,"pixelFormat":"yuv420p10le","bitDepth":10,"dynamicRange":"HLG"},"audio":null,
            "audioTracks":[],"subtitles":[],"warnings":["%s",
            "The picture is HLG HDR; the published video is standard range, with the light mapped.",
            "There is no sound."]}
            """.formatted(UNEVEN);

    @TempDir
    Path folder = Path.of("");

    @Test
    void warningsWithoutCodesAreShownInTheEnginesWords() {
        try (Database database = Database.open(folder.resolve("desk.db"))) {
            Drafts drafts = new Drafts(database);
            drafts.insert(Draft.of(Path.of("/videos/Evening.mov"), Instant.EPOCH));
            database.write(connection -> {
                try (PreparedStatement change = connection.prepareStatement("update draft set facts = ?")) {
                    change.setString(1, FACTS);
                    change.executeUpdate();
                }
            });

            MediaFacts facts = Objects.requireNonNull(drafts.all().getFirst().facts());
            Texts texts = new Texts(Language.RUSSIAN);

            assertThat(facts.warnings()).hasSize(3).startsWith(UNEVEN);
            assertThat(new VideoWords(texts, facts).warnings())
                    .isEqualTo(List.of(
                            new VideoWords.Warning(
                                    texts.get("video.warning.high-dynamic-range"), "HLG, 10 бит на цвет"),
                            new VideoWords.Warning(texts.get("video.warning.no-sound"), ""),
                            new VideoWords.Warning(texts.get("video.warning"), UNEVEN)));
            drafts.saveFacts(drafts.all().getFirst().id(), facts);
            assertThat(drafts.all().getFirst().facts()).isEqualTo(facts);
        }
    }
}
