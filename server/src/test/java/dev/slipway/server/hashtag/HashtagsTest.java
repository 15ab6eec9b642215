package dev.slipway.server.hashtag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.HashtagsReply;
import dev.slipway.model.publication.HashtagsReply.Hashtag;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class HashtagsTest {
    private final PreparedPublications prepared;
    private final Publications publications;
    private final JdbcClient database;
    private final ApiClient api;

    @Autowired
    HashtagsTest(ApplicationContext server, Publications publications, JdbcClient database, @LocalServerPort int port) {
        this.prepared = new PreparedPublications(server);
        this.publications = publications;
        this.database = database;
        this.api = new ApiClient(port);
    }

    @BeforeEach
    void forget() {
        database.sql("TRUNCATE hashtag, publication_hashtag").update();
    }

    @Test
    void theMostUsedComeFirstAndEquallyUsedOnesByName() throws Exception {
        published("ships", "shipyards");
        published("ships", "shells");
        published("sailing");

        assertThat(hashtags("sh", 10))
                .containsExactly(new Hashtag("ships", 2), new Hashtag("shells", 1), new Hashtag("shipyards", 1));
        assertThat(hashtags("sh", 2)).extracting(Hashtag::name).containsExactly("ships", "shells");
        assertThat(hashtags("", 50)).hasSize(4);
    }

    @Test
    void capitalsMakeNoDifferenceAndTheFirstWritingIsShown() throws Exception {
        published("Корабли");
        published("КОРАБЛИ");

        assertThat(hashtags("кОр", 10)).containsExactly(new Hashtag("Корабли", 2));
    }

    @Test
    void whoWritesLettersInPartsFindsThemWhole() throws Exception {
        published("\u0439од");

        assertThat(hashtags("\u0438\u0306", 10)).containsExactly(new Hashtag("\u0439од", 1));
    }

    @Test
    void onlyWhatIsShownCounts() throws Exception {
        prepared.draft(Manifests.small(), form("ships"));
        assertThat(hashtags("ships", 10)).isEmpty();

        PublicationId shown = published("ships");
        assertThat(hashtags("ships", 10)).containsExactly(new Hashtag("ships", 1));

        publications.changeContent(shown, ContentState.HELD, null);
        assertThat(hashtags("ships", 10)).isEmpty();
        publications.changeContent(shown, ContentState.PUBLISHED, null);
        assertThat(hashtags("ships", 10)).containsExactly(new Hashtag("ships", 1));

        publications.changeContent(shown, ContentState.TAKEN_DOWN, null);
        assertThat(hashtags("ships", 10)).isEmpty();
    }

    @Test
    void videosOfAnUnnamedAuthorCountToo() throws Exception {
        prepared.published(new PublicationForm("A ship", "", List.of("ships"), Profile.INCOGNITO));

        assertThat(hashtags("ships", 10)).containsExactly(new Hashtag("ships", 1));
    }

    @Test
    void anUnderscoreStandsForItselfOnly() throws Exception {
        published("a_b", "axb");

        assertThat(hashtags("a_", 10)).extracting(Hashtag::name).containsExactly("a_b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "s%", "!", "\\", "'; DROP TABLE hashtag; --", "\u0000", "sh ips", "#ships", "\ud83d\udea2"})
    void whatNoHashtagCanHoldFindsNothing(String prefix) throws Exception {
        published("ships");

        assertThat(hashtags(prefix, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=51", "limit=-1", "limit=ten", "limit=99999999999", "prefix=%s"})
    void questionsBeyondTheLimitsAreRefusedInWords(String question) throws Exception {
        HttpResponse<String> answer = api.get("/api/hashtags?" + question.formatted("a".repeat(41)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ApiClient.problem(answer).code().code()).isEqualTo("bad-request");
    }

    @Test
    void fortyLettersOfTwoUnitsAreNotTooMany() throws Exception {
        String tag = "\ud801\udc28".repeat(40);
        published(tag);

        assertThat(hashtags(tag, 10)).containsExactly(new Hashtag(tag, 1));
    }

    @Test
    void manyThatBeginToUseTheSameTagsAtOnceAllCount() throws Exception {
        List<String> tags = IntStream.range(0, 20).mapToObj(i -> "wave" + i).toList();
        try (ExecutorService authors = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PublicationId>> published = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                List<String> shuffled = new ArrayList<>(tags);
                Collections.shuffle(shuffled, new Random(i));
                published.add(authors.submit(() -> published(shuffled.toArray(String[]::new))));
            }
            for (Future<PublicationId> each : published) {
                each.get();
            }
        }

        assertThat(hashtags("wave", 50))
                .hasSize(20)
                .allSatisfy(tag -> assertThat(tag.publications()).isEqualTo(8));
    }

    private PublicationId published(String... tags) {
        return prepared.published(form(tags));
    }

    private static PublicationForm form(String... tags) {
        return new PublicationForm("A ship", "", List.of(tags));
    }

    private List<Hashtag> hashtags(String prefix, int limit) throws IOException, InterruptedException {
        String query = "prefix=" + URLEncoder.encode(prefix, StandardCharsets.UTF_8) + "&limit=" + limit;
        HttpResponse<String> answer = api.get("/api/hashtags?" + query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.STRICT.readValue(answer.body(), HashtagsReply.class).hashtags();
    }
}
