package dev.slipway.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Manifests;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.verification.UploadedAvatars;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What pages, pictures and the API tell of authors, and what they do not. */
@ServerTest
class AuthorPagesTest {
    private static final byte[] PICTURE = "what the check made".getBytes(StandardCharsets.US_ASCII);
    private static final Avatar SIGNED = new Avatar("5ec2e7".repeat(10) + "5ec2", 77);
    private static final Profile PETRA =
            new Profile("Petra Ahoy", "https://ahoy.example/petra/", "Knots and splices", false, SIGNED);
    private static final Profile UNNAMED =
            new Profile("Petra Ahoy", "https://ahoy.example/petra/", "Knots and splices", true, SIGNED);

    private final ApplicationContext server;
    private final PreparedPublications prepared;
    private final Publications publications;
    private final JdbcClient database;
    private final ApiClient api;
    private Address wallet = new Address("0x" + "00".repeat(20));

    @Autowired
    AuthorPagesTest(
            ApplicationContext server, Publications publications, JdbcClient database, @LocalServerPort int port) {
        this.server = server;
        this.prepared = new PreparedPublications(server);
        this.publications = publications;
        this.database = database;
        this.api = new ApiClient(port);
    }

    @BeforeEach
    void somebodyNew() {
        byte[] random = new byte[20];
        new SecureRandom().nextBytes(random);
        wallet = new Address("0x" + HexFormat.of().formatHex(random));
        hide("AND author IN (SELECT address FROM author WHERE name = 'Petra Ahoy')");
    }

    @Test
    void theWatchPageShowsWhoTheAuthorIs() throws Exception {
        PublicationId id = published(PETRA);

        assertThat(watch(id, "en"))
                .contains("Petra Ahoy", wallet.abbreviated(), "Knots and splices")
                .contains("href=\"https://ahoy.example/petra/\" rel=\"nofollow noopener ugc\">ahoy.example/petra</a>")
                .contains("src=\"/media/authors/" + id + "/avatar\"");
        assertThat(api.get("/").body()).contains("Petra Ahoy").doesNotContain("ahoy.example");
    }

    @Test
    void whatWasToldLastIsShownWithEarlierVideosToo() throws Exception {
        PublicationId earlier = published(null);
        assertThat(watch(earlier, "en")).contains(wallet.abbreviated()).doesNotContain("class=\"about\"");

        published(PETRA);

        assertThat(watch(earlier, "en")).contains("Petra Ahoy", "/media/authors/" + earlier + "/avatar");
        assertThat(picture(earlier).statusCode()).isEqualTo(200);
    }

    @Test
    void withoutANameTheWalletStandsForIt() throws Exception {
        PublicationId id = published(new Profile(" ", "http://example.com", null, false, null));

        assertThat(watch(id, "en"))
                .contains(wallet.abbreviated(), ">example.com</a>")
                .doesNotContain("<img class=\"avatar\"");
        assertThat(api.get("/").body()).contains(wallet.abbreviated());
        assertThat(picture(id).statusCode()).isEqualTo(404);
    }

    @Test
    void wordsOfAnAuthorAreWordsWhateverIsInThem() throws Exception {
        String hostile = "<script>alert('x')</script>${7*7}{0}";
        PublicationId id = published(new Profile(hostile, null, hostile, false, null));

        for (String page :
                List.of(watch(id, "en"), watch(id, "ru"), api.get("/").body())) {
            assertThat(page).contains("&lt;script&gt;", "${7*7}{0}").doesNotContain("<script>alert");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "https://a@example.com", "https://пример.рф"})
    void aLinkThatIsNoneOfTheWebIsNotShownThoughItIsInTheTable(String url) throws Exception {
        PublicationId id = published(PETRA);
        database.sql("UPDATE author SET url = :url WHERE address = :address")
                .param("url", url)
                .param("address", wallet.hex())
                .update();

        assertThat(watch(id, "en")).contains("Petra Ahoy").doesNotContain(url, "nofollow");
    }

    @ParameterizedTest
    @CsvSource({"en, An author who stays unnamed", "ru, Автор пожелал остаться неназванным"})
    void anAuthorWhoStaysUnnamedIsNowhere(String language, String words) throws Exception {
        published(PETRA);
        hide("AND author = '" + wallet + "'");
        PublicationId id = published(UNNAMED);

        assertUnnamed(watch(id, language));
        assertThat(watch(id, language)).contains(words);
        assertUnnamed(home(language));
        assertThat(home(language)).contains(words);
        assertUnnamed(api.get("/api/publications").body());
        assertUnnamed(api.get("/api/publications/" + id).body());
        assertUnnamed(api.get("/api/publications/" + id + "/events").body());
        HttpResponse<String> picture = picture(id);
        assertThat(picture.statusCode()).isEqualTo(404);
        assertUnnamed(picture.body() + picture.headers().map());
    }

    @Test
    void thePublicFormHasTheWishToStayUnnamedAndNothingElse() throws Exception {
        PublicationId id = published(UNNAMED);

        assertThat(status(api.get("/api/publications/" + id)).form().profile()).isEqualTo(Profile.INCOGNITO);
        assertThat(api.get("/api/publications/" + id).body()).contains("\"profile\":{\"incognito\":true}");
        assertThat(status(api.get("/api/publications/" + id, prepared.grant(id)))
                        .form()
                        .profile())
                .as("its author's own words for its author")
                .isEqualTo(UNNAMED);
    }

    /** The chain shows which payments were made then. */
    @Test
    void whenAnUnnamedAuthorBeganIsTheirsAlone() throws Exception {
        PublicationId id = published(UNNAMED);
        PublicationStatus shown = status(api.get("/api/publications/" + id));
        PublicationStatus own = status(api.get("/api/publications/" + id, prepared.grant(id)));

        assertThat(shown.createdAt()).isEqualTo(shown.publishedAt()).isAfter(own.createdAt());
        PublicationId named = published(PETRA);
        PublicationStatus ofNamed = status(api.get("/api/publications/" + named));
        assertThat(ofNamed.createdAt()).isBefore(ofNamed.publishedAt());
    }

    @Test
    void aNamedAuthorsFormIsPublic() throws Exception {
        PublicationId id = published(PETRA);

        assertThat(status(api.get("/api/publications/" + id)).form().profile()).isEqualTo(PETRA);
    }

    @Test
    void thePictureIsServedAsOneAndAskedForAgainCheaply() throws Exception {
        PublicationId id = published(PETRA);

        HttpResponse<String> answer = picture(id);

        assertThat(answer.body()).isEqualTo(new String(PICTURE, StandardCharsets.US_ASCII));
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/webp");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        HttpResponse<String> again =
                api.send(api.request(address(id)).header("If-None-Match", tag).build());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> head = api.send(api.request(address(id)).HEAD().build());
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(PICTURE.length);
    }

    @Test
    void thePictureGoesAndComesWithItsVideo() throws Exception {
        PublicationId id = published(PETRA);

        publications.changeContent(id, ContentState.HELD, null);
        assertThat(picture(id).statusCode()).isEqualTo(404);
        publications.changeContent(id, ContentState.PUBLISHED, null);
        assertThat(picture(id).statusCode()).isEqualTo(200);
        publications.changeContent(id, ContentState.TAKEN_DOWN, null);
        assertThat(picture(id).statusCode()).isEqualTo(404);
    }

    @Test
    void noPictureIsFoundByAWallet() throws Exception {
        published(PETRA);

        for (String name : List.of(wallet.hex(), "..", "00000000-0000-4000-8000-000000000000", "%00")) {
            assertThat(api.get("/media/authors/" + name + "/avatar").statusCode())
                    .as(name)
                    .isIn(400, 404);
        }
    }

    private void assertUnnamed(String told) {
        assertThat(told)
                .doesNotContainIgnoringCase(
                        "Petra",
                        "ahoy.example",
                        "splices",
                        wallet.hex(),
                        wallet.hex().substring(2, 12),
                        wallet.abbreviated(),
                        SIGNED.sha256(),
                        "/media/authors");
    }

    private PublicationId published(@Nullable Profile profile) {
        PublicationForm form = new PublicationForm("A ship", "", List.of(), profile);
        PublicationId id = prepared.draft(wallet, Manifests.small(), form, Instant.now());
        if (profile != null && profile.avatar() != null) {
            database.sql("INSERT INTO avatar_upload (publication_id, uploaded) VALUES (:id, '\\x01')")
                    .param("id", id.uuid())
                    .update();
            server.getBean(UploadedAvatars.class).keepChecked(id, PICTURE);
        }
        prepared.show(id);
        return id;
    }

    /** So that neither the shelf nor the list shows it. */
    private void hide(String condition) {
        database.sql("UPDATE publication SET content = 'held' WHERE content = 'published' " + condition)
                .update();
    }

    private String watch(PublicationId id, String language) throws IOException, InterruptedException {
        return page("/watch/" + id, language);
    }

    private String home(String language) throws IOException, InterruptedException {
        return page("/", language);
    }

    private String page(String path, String language) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                api.send(api.request(path).header("Accept-Language", language).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> picture(PublicationId id) throws IOException, InterruptedException {
        return api.get(address(id));
    }

    private static String address(PublicationId id) {
        return "/media/authors/" + id + "/avatar";
    }

    private static PublicationStatus status(HttpResponse<String> answer) {
        return Json.STRICT.readValue(answer.body(), PublicationStatus.class);
    }
}
