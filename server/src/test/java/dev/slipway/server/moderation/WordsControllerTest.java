package dev.slipway.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.moderation.AllowedWord;
import dev.slipway.model.moderation.BannedWord;
import dev.slipway.model.moderation.Severity;
import dev.slipway.model.moderation.WordHit;
import dev.slipway.model.moderation.WordList;
import dev.slipway.model.moderation.WordListReply;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class WordsControllerTest {
    private static final String ADDRESS = "/api/moderation/words";

    private final ApiClient api;
    private final JdbcClient database;

    @Autowired
    WordsControllerTest(@LocalServerPort int port, JdbcClient database) {
        this.api = new ApiClient(port);
        this.database = database;
    }

    @Test
    void whoHasTheListJudgesTextsAsTheServerDoes() throws Exception {
        HttpResponse<String> answer = api.get(ADDRESS);

        WordListReply list = Json.STRICT.readValue(answer.body(), WordListReply.class);
        assertThat(list.words()).contains(new BannedWord("казино", "ru", "gambling", Severity.REFUSE));
        String disguised = "казин" + "o"; // a Latin one
        assertThat(list.exceptions()).contains(new AllowedWord("scunthorpe", "en"));
        assertThat(WordList.of(list.words(), list.exceptions()).in("title", "Лучшее " + disguised))
                .containsExactly(new WordHit("title", 7, 6, disguised, "казино", "gambling", Severity.REFUSE));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s"})
    void whoHasTheListAlreadyIsToldSo(String condition) throws Exception {
        String tag = tag(api.get(ADDRESS));

        HttpResponse<String> again = asking(condition.formatted(tag));

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(tag(again)).isEqualTo(tag);
    }

    @Test
    void aChangedListIsAnotherOneAtOnce() throws Exception {
        String before = tag(api.get(ADDRESS));
        database.sql("INSERT INTO banned_word (word, language, category) VALUES ('flotsam', 'en', 'spam')")
                .update();
        try {
            HttpResponse<String> changed = asking(before);

            assertThat(changed.statusCode()).isEqualTo(200);
            assertThat(changed.body()).contains("flotsam");
            assertThat(tag(changed)).isNotEqualTo(before);
        } finally {
            database.sql("DELETE FROM banned_word WHERE word = 'flotsam'").update();
        }
        assertThat(tag(api.get(ADDRESS))).isEqualTo(before);
    }

    private HttpResponse<String> asking(String tag) throws IOException, InterruptedException {
        return api.send(api.request(ADDRESS).header("If-None-Match", tag).build());
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
