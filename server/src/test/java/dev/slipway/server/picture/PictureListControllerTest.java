package dev.slipway.server.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.media.pdq.Pdq;
import dev.slipway.media.pdq.PdqHash;
import dev.slipway.media.review.PictureSource;
import dev.slipway.media.review.SampledPicture;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.manifest.Artifact;
import dev.slipway.model.manifest.Manifest;
import dev.slipway.model.manifest.SignedManifest;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.moderation.Moderator;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import dev.slipway.server.verification.Verifier;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Over real HTTP, with a real film that the real worker looked at. */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "slipway.moderators=0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"
        })
class PictureListControllerTest {
    private static final OperatorKey OPERATOR = SignIn.SECOND;
    private static final OperatorKey MODERATOR =
            OperatorKey.of(HexFormat.of().parseHex("5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a"));
    private static final String HASH = "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";
    private static final String OTHER = "30a10efd71cc3d429013d48d0ffffc52e34e0e17ada952a9d29685211ea9e5af";

    @Autowired
    private EthereumSignatures signatures;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext server;

    @LocalServerPort
    private int port;

    private ApiClient api;
    private SignIn signIn;
    private String moderator;

    @BeforeEach
    void signIn() throws IOException, InterruptedException {
        api = new ApiClient(port);
        signIn = new SignIn(api, port, signatures);
        moderator = signIn.with(MODERATOR);
    }

    @AfterEach
    void tidy() {
        database.sql("DELETE FROM blocked_picture").update();
    }

    @Test
    void aFilmThatShowsABlockedPictureIsRefusedWithTheTimeAndTheReason() throws Exception {
        PublicationId id = new PublishedFilms(server)
                .publish(
                        withoutAac(),
                        new PublicationForm("Ships", "", List.of()),
                        Instant.parse("2026-11-20T12:00:00Z"));
        Publication publication = server.getBean(Publications.class).find(id).orElseThrow();
        assertThat(server.getBean(Verifier.class).verify(publication).orElseThrow())
                .isInstanceOf(Verifier.Verdict.Accepted.class);
        assertThat(review(publication)).isEqualTo(new Moderator.Decision.Passed());

        SampledPicture late = server.getBean(PictureRows.class).sampled(id).stream()
                .filter(picture -> picture.source() == PictureSource.FILM && picture.micros() > 11_000_000)
                .findFirst()
                .orElseThrow();
        assertThat(late.quality()).isGreaterThanOrEqualTo(PdqHash.LEAST_QUALITY);
        String changed = BlockListTest.flipped(late.hash(), 12).hex();
        HttpResponse<String> put = send("POST", "", changed + ",99,court order 12", moderator);
        assertThat(Json.STRICT.readValue(put.body(), PictureListReply.class)).isEqualTo(new PictureListReply(1, 0, 1));

        assertThat(review(publication)).isInstanceOfSatisfying(Moderator.Decision.Refused.class, refused -> {
            assertThat(refused.reason().code()).isEqualTo(ProblemCode.CONTENT_BLOCKED);
            assertThat(refused.reason().message())
                    .startsWith("The picture at 0:1")
                    .contains("block list: court order 12.");
        });

        assertThat(send("DELETE", "/" + changed, null, moderator).statusCode()).isEqualTo(204);
        assertThat(review(publication)).isEqualTo(new Moderator.Decision.Passed());
        assertThat(send("DELETE", "/" + changed, null, moderator).statusCode()).isEqualTo(404);
        assertStrip(id);
        assertDoubts(id);
    }

    /** As if the operator's model had looked at the film. */
    private void assertDoubts(PublicationId id) {
        PictureReview review = server.getBean(PictureReview.class);
        assertThat(review.of(id)).isEqualTo(new PictureVerdict.Clear(List.of()));
        database.sql("UPDATE picture_hash SET score = number / 10.0 WHERE publication_id = :id AND number < 10")
                .param("id", id.uuid())
                .update();
        assertThat(review.of(id))
                .isInstanceOfSatisfying(
                        PictureVerdict.Clear.class,
                        clear -> assertThat(clear.doubts())
                                .singleElement()
                                .asString()
                                .startsWith("The picture at 0:0")
                                .endsWith(" is unwanted by 0.90, and 0.80 is the limit"));
    }

    /** Whose boxes and sound tell different numbers of channels. */
    private static Film withoutAac() {
        Film film = Film.made();
        Manifest whole = film.manifest().manifest();
        List<Artifact> others = whole.artifacts().stream()
                .filter(artifact -> !artifact.path().equals("audio-aac.mp4"))
                .toList();
        Manifest manifest =
                new Manifest(whole.version(), whole.createdAt(), whole.source(), whole.protection(), others);
        return new Film(film.folder(), SignedManifest.parse(Json.STRICT.writeValueAsBytes(manifest)), film.indexes());
    }

    /** In the same test, so that the film is checked once. */
    private void assertStrip(PublicationId id) {
        ReviewStrips strips = server.getBean(ReviewStrips.class);
        List<ReviewStrips.Place> places = strips.of(id);
        assertThat(places)
                .hasSizeGreaterThan(20)
                .extracting(ReviewStrips.Place::micros)
                .isSorted();
        assertThat(places.getLast().micros()).isBetween(20_000_000L, 24_000_000L);
        byte[] webp = strips.picture(id, places.getLast().number()).orElseThrow();
        assertThat(new String(webp, StandardCharsets.ISO_8859_1))
                .startsWith("RIFF")
                .contains("WEBPVP8 ");
        assertThat(strips.picture(id, 99)).isEmpty();
        assertThat(server.getBean(PictureRows.class).sampled(id))
                .extracting(SampledPicture::source)
                .contains(PictureSource.POSTER, PictureSource.PREVIEW);
    }

    private Moderator.Decision review(Publication publication) {
        return server.getBean(Moderator.class).review(publication);
    }

    @Test
    void theListGoesFromOneServerToTheNext() throws Exception {
        send("POST", "?source=exchange", HASH + ",80,\"a, \"\"b\"\"\"\n" + OTHER + ",20", moderator);
        HttpResponse<String> list = send("GET", "", null, moderator);
        assertThat(list.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(list.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(list.body()).startsWith("hash,quality,reason\n");

        tidy();
        assertThat(send("POST", "", list.body(), moderator).body()).contains("\"neverCompared\":1");
        assertThat(send("GET", "", null, moderator).body()).isEqualTo(list.body());
    }

    @Test
    void oneBadLineKeepsAllOthersOut() throws Exception {
        HttpResponse<String> answer = send("POST", "", HASH + "\nnonsense\n" + OTHER + ",300\n", moderator);
        assertRefused(answer, ProblemCode.INVALID_FORM);
        assertThat(ApiClient.problem(answer).violations())
                .extracting(Violation::field)
                .containsExactly("line 2", "line 3");
        assertThat(send("GET", "", null, moderator).body()).isEqualTo("hash,quality,reason\n");
    }

    @Test
    void aPictureWhoseHashSaysLittleIsKeptAndBlocksNothing() throws Exception {
        send("POST", "", HASH + ",49", moderator);
        assertThat(server.getBean(BlockedPictures.class).list().size()).isZero();
        send("POST", "", HASH + ",50", moderator);
        assertThat(server.getBean(BlockedPictures.class).list().match(new Pdq(PdqHash.parse(HASH), 50)))
                .isPresent();
    }

    @Test
    void anotherServerOfTheDatabaseNoticesTheChange() throws Exception {
        BlockedPictures other = new BlockedPictures(database);
        BlockList before = other.list();
        assertThat(other.list()).as("made once").isSameAs(before);

        send("POST", "", HASH, moderator);

        assertThat(other.list().size()).isEqualTo(before.size() + 1);
    }

    @Test
    void theHistoryKeepsWhoChangedWhatAndCannotBeChanged() throws Exception {
        send("POST", "?source=exchange", HASH + ",80,a", moderator);
        send("DELETE", "/" + HASH.toUpperCase(Locale.ROOT), null, signIn.with(OPERATOR));

        List<String> history = database.sql("""
                        SELECT action || ' ' || hash || ' ' || coalesce(quality, -1) || ' ' || coalesce(reason, '-') || ' '
                               || coalesce(source, '-') || ' ' || subject
                        FROM picture_change JOIN account_identity USING (account_id)
                        ORDER BY picture_change.id DESC LIMIT 2
                        """).query(String.class).list();
        assertThat(history)
                .containsExactly(
                        "delete " + HASH + " -1 - - " + OPERATOR.address().hex(),
                        "put " + HASH + " 80 a exchange " + MODERATOR.address().hex());
        assertThatThrownBy(() -> database.sql("DELETE FROM picture_change").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append only");
        assertThatThrownBy(() ->
                        database.sql("UPDATE picture_change SET source = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource({"GET,''", "POST,''", "DELETE,/" + HASH})
    void onlyModeratorsAndOperatorsMay(String method, String path) throws Exception {
        String stranger = signIn.with(OperatorKey.generate(new SecureRandom()));
        String body = method.equals("POST") ? HASH : null;

        assertRefused(send(method, path, body, "nonsense"), ProblemCode.UNAUTHORIZED);
        assertRefused(send(method, path, body, stranger), ProblemCode.FORBIDDEN);
    }

    @Test
    void whatIsNoListIsAProblem() throws Exception {
        assertRefused(
                send("POST", "", "x".repeat(PictureListController.MAX_BYTES + 1), moderator),
                ProblemCode.PAYLOAD_TOO_LARGE);
        assertRefused(send("POST", "?source=%3Cb%3E", HASH, moderator), ProblemCode.INVALID_FORM);
        HttpResponse<String> broken = api.send(api.request("/api/moderation/pictures")
                .header("Authorization", "Bearer " + moderator)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xFF, (byte) 0xFE}))
                .build());
        assertRefused(broken, ProblemCode.BAD_REQUEST);
        assertRefused(send("DELETE", "/nonsense", null, moderator), ProblemCode.NOT_FOUND);
        assertThat(send("POST", "", "", moderator).statusCode()).isEqualTo(200);
    }

    @Test
    void aFullListTakesNoMore() throws Exception {
        database.sql("""
                        INSERT INTO blocked_picture (hash, quality, reason, source, added_at, added_by)
                        SELECT lpad(to_hex(number), 64, '0'), 0, 'many', 'many', now(), gen_random_uuid()
                        FROM generate_series(1, 1000000) AS number
                        """).update();
        assertRefused(send("POST", "", HASH, moderator), ProblemCode.CONFLICT);
        assertThat(send("POST", "", "0".repeat(63) + "1,0", moderator).statusCode())
                .as("one that is there")
                .isEqualTo(200);
    }

    private HttpResponse<String> send(String method, String path, @Nullable String body, String token)
            throws IOException, InterruptedException {
        return api.send(api.request("/api/moderation/pictures" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "text/csv")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static void assertRefused(HttpResponse<String> answer, ProblemCode code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
        assertThat(ApiClient.problem(answer).code()).isEqualTo(code);
    }
}
