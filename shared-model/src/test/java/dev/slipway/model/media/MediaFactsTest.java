package dev.slipway.model.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MediaFactsTest {
    private static final SourceWarning JUMPS =
            new SourceWarning(SourceWarning.CLOCK_JUMPS, "The file's clock jumps once.", "1");
    private static final SourceWarning SILENT = new SourceWarning(SourceWarning.NO_SOUND, "There is no sound.");
    private static final MediaFacts FACTS =
            new MediaFacts("mp4", 7, 1_000_000, null, null, List.of(), List.of(), List.of(JUMPS, SILENT));

    @Test
    void programsReadTheSentencesAsBeforeAndTheCodesBesideThem() {
        JsonNode json = Json.STRICT.readTree(Json.STRICT.writeValueAsString(FACTS));

        assertThat(json.path("warnings").toString())
                .isEqualTo("[\"The file's clock jumps once.\",\"There is no sound.\"]");
        assertThat(json.path("codedWarnings")).hasSize(2);
        assertThat(json.at("/codedWarnings/0/code").asString()).isEqualTo("clock-jumps");
        assertThat(json.at("/codedWarnings/0/words").asString()).isEqualTo("The file's clock jumps once.");
        assertThat(json.at("/codedWarnings/0/exact").asString()).isEqualTo("1");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        String json = Json.STRICT.writeValueAsString(FACTS);

        assertThat(Json.STRICT.readValue(json, MediaFacts.class)).isEqualTo(FACTS);
        assertThat(Json.LENIENT.readValue(json, MediaFacts.class)).isEqualTo(FACTS);
    }

    @Test
    void anEarlierBuildsSentencesAreReadWithoutCodes() {
        MediaFacts facts = Json.LENIENT.readValue(
                "{\"audio\":null,\"audioTracks\":[],\"bytes\":7,\"container\":\"mp4\",\"durationMicros\":1000000,"
                        + "\"subtitles\":[],\"video\":null,\"warnings\":[\"There is no sound.\"]}",
                MediaFacts.class);

        assertThat(facts.warnings()).containsExactly("There is no sound.");
        assertThat(facts.codedWarnings()).containsExactly(new SourceWarning("", "There is no sound."));
    }
}
