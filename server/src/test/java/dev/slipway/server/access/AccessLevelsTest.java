package dev.slipway.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.DraftRequest;
import dev.slipway.model.publication.HashtagsReply;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.OperatorReply;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a level means from the draft to the page: what is refused, where it is shown, and where it is not. */
@ServerTest
class AccessLevelsTest {
    private final ApiClient api;
    private final Author author;
    private final PreparedPublications prepared;
    private final PublishedFilms films;
    private final Publications publications;
    private final JdbcClient database;

    @Autowired
    AccessLevelsTest(
            ApplicationContext server,
            EthereumSignatures signatures,
            Publications publications,
            JdbcClient database,
            @LocalServerPort int port) {
        this.api = new ApiClient(port);
        this.author = new Author(signatures);
        this.prepared = new PreparedPublications(server);
        this.films = new PublishedFilms(server);
        this.publications = publications;
        this.database = database;
    }

    @Test
    void theServerTellsWhichLevelsItGrants() throws Exception {
        String answer = api.get("/api/operator").body();

        assertThat(answer).contains("\"accessLevels\":[\"public\",\"unlisted\"]");
        assertThat(Json.STRICT.readValue(answer, OperatorReply.class).accessLevels())
                .containsExactly(AccessLevel.PUBLIC, AccessLevel.UNLISTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBSCRIBER", "SPONSOR"})
    void aLevelThatNobodyIsGrantedIsRefusedBeforeAnybodyPays(AccessLevel level) throws Exception {
        HttpResponse<String> answer = draft(form("Deck").with(level));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ApiClient.problem(answer).code()).isEqualTo(ProblemCode.INVALID_FORM);
        assertThat(ApiClient.problem(answer).violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("accessLevel");
            assertThat(violation.message()).contains("\"" + level.text() + "\"", "choose public or unlisted");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "friends", "Unlisted"})
    void aLevelThatIsNoneIsRefusedWithItsField(String level) throws Exception {
        String request = Json.STRICT
                .writeValueAsString(request(form("Deck").with(AccessLevel.UNLISTED)))
                .replace("\"unlisted\"", "\"" + level + "\"");
        HttpResponse<String> answer = api.sendJson("POST", "/api/publications", request);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(ApiClient.problem(answer).violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("accessLevel"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PUBLIC", "UNLISTED"})
    void aLevelThatIsGrantedIsStoredBesideTheSignedForm(AccessLevel level) throws Exception {
        HttpResponse<String> answer = draft(form("Deck").with(level));

        assertThat(answer.statusCode()).isEqualTo(201);
        PublicationId id =
                Json.STRICT.readValue(answer.body(), DraftReply.class).id();
        assertThat(database.sql("SELECT access_level FROM publication WHERE id = :id")
                        .param("id", id.uuid())
                        .query(String.class)
                        .single())
                .isEqualTo(level.text());
        assertThat(publications.find(id).orElseThrow().form().access()).isEqualTo(level);
    }

    @Test
    void anUnlistedVideoIsInNoList() throws Exception {
        PublicationId open = prepared.published(form("Open bridge"));
        PublicationId hidden = prepared.published(form("Hidden hold").with(AccessLevel.UNLISTED));

        assertThat(api.get("/").body())
                .contains("Open bridge", open.toString())
                .doesNotContain("Hidden hold", hidden.toString());
        assertThat(api.get("/api/publications?limit=100").body())
                .contains("Open bridge", open.toString())
                .doesNotContain("Hidden hold", hidden.toString());
        assertThat(publications.listed(100)).noneMatch(listed -> listed.id().equals(hidden));
    }

    @Test
    void anUnlistedVideoIsNotCountedByItsHashtags() throws Exception {
        PublicationForm form = new PublicationForm("A hold", "", List.of("accesstagone", "accesstagtwo"));
        PublicationId open = prepared.published(form);
        PublicationId hidden =
                prepared.published(new PublicationForm("A hold", "", List.of("AccessTagOne", "accesstagthree"))
                        .with(AccessLevel.UNLISTED));

        assertThat(hashtags())
                .containsExactly(
                        new HashtagsReply.Hashtag("accesstagone", 1), new HashtagsReply.Hashtag("accesstagtwo", 1));
        publications.changeContent(hidden, ContentState.TAKEN_DOWN, null);
        publications.changeContent(open, ContentState.TAKEN_DOWN, null);
        assertThat(hashtags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en, Only those who have the link", "ru, найдёт только тот"})
    void anUnlistedPageIsThereForWhoeverHasTheLinkAndForNoSearchEngine(String language, String words) throws Exception {
        HttpResponse<String> hidden =
                watch(prepared.published(form("Hidden hold").with(AccessLevel.UNLISTED)), language);
        HttpResponse<String> open = watch(prepared.published(form("Open bridge")), language);

        assertThat(hidden.statusCode()).isEqualTo(200);
        assertThat(hidden.body()).contains("Hidden hold", "<meta name=\"robots\" content=\"noindex\">", words);
        assertThat(hidden.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(open.body()).contains("Open bridge").doesNotContain("noindex", words);
        assertThat(open.headers().firstValue("X-Robots-Tag")).isEmpty();
    }

    @Test
    void theMediaOfAnUnlistedVideoAreForNoSearchEngineEither() throws Exception {
        for (String address : addresses(film(AccessLevel.UNLISTED))) {
            HttpResponse<String> hidden = api.get(address);
            assertThat(hidden.statusCode()).as(address).isEqualTo(200);
            assertThat(hidden.headers().firstValue("X-Robots-Tag")).as(address).contains("noindex");
        }
        for (String address : addresses(film(AccessLevel.PUBLIC))) {
            HttpResponse<String> open = api.get(address);
            assertThat(open.statusCode()).as(address).isEqualTo(200);
            assertThat(open.headers().firstValue("X-Robots-Tag")).as(address).isEmpty();
        }
    }

    @Test
    void theStatusTellsTheLevelToWhoeverHasTheLink() throws Exception {
        PublicationId hidden = prepared.published(form("Hidden hold").with(AccessLevel.UNLISTED));
        PublicationStatus status =
                Json.STRICT.readValue(api.get("/api/publications/" + hidden).body(), PublicationStatus.class);

        assertThat(status.form().access()).isEqualTo(AccessLevel.UNLISTED);
        assertThat(status.watchUrl()).endsWith("/watch/" + hidden);
    }

    @Test
    void theGrantShowsItsAuthorALevelThatNobodyElseSees() throws Exception {
        PublicationId closed = prepared.published(form("Closed cabin").with(AccessLevel.SPONSOR));
        String path = "/api/publications/" + closed;

        assertThat(api.get(path).statusCode()).isEqualTo(404);
        assertThat(api.get(path, prepared.grant(closed)).body()).contains("Closed cabin", "\"sponsor\"");
    }

    private PublicationId film(AccessLevel level) throws IOException {
        Profile captain = new Profile("Captain", null, null, false, null);
        return films.publishBy(
                captain, Film.made(), form("A fractal").with(level), Instant.parse("2026-11-20T10:00:00Z"));
    }

    /** Playlists, a file, a picture and the author's picture; the tokens are those of the master playlist. */
    private List<String> addresses(PublicationId film) throws Exception {
        String master = "/media/" + film + "/master.m3u8";
        String playlist = api.get(master)
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .findFirst()
                .orElseThrow();
        String folder = "/media/" + playlist.substring("../".length(), playlist.lastIndexOf('/') + 1);
        return List.of(
                master,
                "/media/" + film + "/manifest.mpd",
                "/media/" + playlist.substring("../".length()),
                folder + "subtitles-en.vtt",
                folder + "poster.webp",
                "/media/authors/" + film + "/avatar");
    }

    private static PublicationForm form(String title) {
        return new PublicationForm(title, "", List.of());
    }

    private DraftRequest request(PublicationForm form) {
        return new DraftRequest(author.address(), Manifests.small().toBase64(), form);
    }

    private HttpResponse<String> draft(PublicationForm form) throws Exception {
        return api.sendJson("POST", "/api/publications", Json.STRICT.writeValueAsString(request(form)));
    }

    private HttpResponse<String> watch(PublicationId id, String language) throws Exception {
        return api.send(api.request("/watch/" + id)
                .header("Accept-Language", Locale.of(language).toLanguageTag())
                .build());
    }

    private List<HashtagsReply.Hashtag> hashtags() throws Exception {
        String answer = api.get("/api/hashtags?prefix=accesstag").body();
        return Json.STRICT.readValue(answer, HashtagsReply.class).hashtags();
    }
}
