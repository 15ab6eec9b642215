package dev.slipway.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.complaint.Complaints;
import dev.slipway.server.review.complaint.DecisionsReply;
import dev.slipway.server.review.decision.CaseDetails;
import dev.slipway.server.review.queue.CaseKind;
import dev.slipway.server.review.queue.ReviewQueue;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Film;
import dev.slipway.server.testing.PublishedFilms;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A server with two moderators, and what moderators, viewers and authors ask of it over real HTTP. */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.moderators=0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC,0x90F79bf6EB2c4f870365E785982E1f101E93b906"
        })
public abstract class ReviewFixture {
    static final OperatorKey MODERATOR = SignIn.THIRD;
    public static final OperatorKey OTHER = key("7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6");
    /** Of whoever is the author of {@link PublishedFilms}. */
    public static final OperatorKey AUTHOR = SignIn.SECOND;

    static final List<ReviewCause> CAUSES = List.of(new ReviewCause("text", "Look at \"Roulette\"."));
    public static final Instant MORNING = Instant.parse("2026-11-20T10:00:00Z");
    public static final String SPAM = "{\"category\":\"spam\",\"text\":\"Buy, buy\"}";

    public final Publications publications;
    final ReviewQueue queue;
    public final Complaints complaints;
    public final JdbcClient database;
    public final PublishedFilms films;
    public final ApiClient api;
    public final SignIn signIn;
    String moderator = "";

    public ReviewFixture(
            ApplicationContext server,
            Publications publications,
            ReviewQueue queue,
            Complaints complaints,
            JdbcClient database,
            EthereumSignatures signatures,
            int port) {
        this.publications = publications;
        this.queue = queue;
        this.complaints = complaints;
        this.database = database;
        this.films = new PublishedFilms(server);
        this.api = new ApiClient(port);
        this.signIn = new SignIn(api, port, signatures);
    }

    @BeforeEach
    void signIn() throws Exception {
        database.sql("DELETE FROM author_strike").update();
        moderator = signIn.with(MODERATOR);
    }

    /** From here on the other moderator acts: nobody decides about their own decision. */
    void another() throws Exception {
        moderator = signIn.with(OTHER);
    }

    PublicationId waiting(String title) throws IOException {
        PublicationId id = films.waitingForReview(Film.made(), new PublicationForm(title, "", List.of()));
        queue.bring(id, CAUSES);
        queue.bring(id, CAUSES);
        return id;
    }

    PublicationId published(String title) throws IOException {
        return films.publish(Film.made(), new PublicationForm(title, "", List.of()), MORNING);
    }

    Publication now(PublicationId id) {
        return publications.find(id).orElseThrow();
    }

    long caseOf(PublicationId id, CaseKind kind) {
        return database.sql("SELECT max(id) FROM review_case WHERE publication_id = :id AND kind = :kind")
                .param("id", id.uuid())
                .param("kind", kind.text())
                .query(Long.class)
                .single();
    }

    List<String> open(PublicationId id) {
        return database.sql("SELECT kind FROM review_case WHERE publication_id = :id AND closed_at IS NULL")
                .param("id", id.uuid())
                .query(String.class)
                .list();
    }

    List<String> actions(PublicationId id) {
        return database.sql("SELECT action FROM moderation_act WHERE publication_id = :id ORDER BY id")
                .param("id", id.uuid())
                .query(String.class)
                .list();
    }

    long strikes() {
        return database.sql("SELECT count(*) FROM author_strike WHERE withdrawn_at IS NULL")
                .query(Long.class)
                .single();
    }

    CaseDetails details(long number) throws Exception {
        HttpResponse<String> answer = call("GET", "/cases/" + number, "", moderator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.STRICT.readValue(answer.body(), CaseDetails.class);
    }

    DecisionsReply decisions(PublicationId id, String token) throws Exception {
        return Json.STRICT.readValue(
                api.get("/api/publications/" + id + "/decisions", token).body(), DecisionsReply.class);
    }

    HttpResponse<String> claim(long number, String token) throws Exception {
        return call("POST", "/cases/" + number + "/claim", "", token);
    }

    HttpResponse<String> decide(long number, String decision) throws Exception {
        return call("POST", "/cases/" + number + "/decision", decision, moderator);
    }

    HttpResponse<String> publicly(PublicationId id, String what, String body) throws Exception {
        return api.sendJson("POST", "/api/publications/" + id + "/" + what, body);
    }

    HttpResponse<String> author(PublicationId id, String what, String body, String token) throws Exception {
        return send("POST", "/api/publications/" + id + "/" + what, body, token);
    }

    HttpResponse<String> call(String method, String path, String body, @Nullable String token) throws Exception {
        return send(method, "/api/moderation" + path, body, token);
    }

    HttpResponse<String> send(String method, String path, String body, @Nullable String token) throws Exception {
        var request = api.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return api.send(request.build());
    }

    static String link(@Nullable String address) {
        assertThat(address).isNotNull();
        return String.valueOf(address);
    }

    static String notice(boolean accurate) {
        return "{\"category\":\"copyright\",\"name\":\"Petra\",\"contact\":\"petra@example.com\",\"work\":\"My film\","
                + "\"statement\":\"It is mine.\",\"goodFaith\":true,\"accurate\":" + accurate + "}";
    }

    static OperatorKey key(String hex) {
        return OperatorKey.of(HexFormat.of().parseHex(hex));
    }
}
