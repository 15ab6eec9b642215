package dev.slipway.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.moderation.WordHit;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.moderation.ReviewCause;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Over real HTTP, as moderators, viewers and authors meet. */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.moderators=0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC,0x90F79bf6EB2c4f870365E785982E1f101E93b906"
        })
class ReviewOnServerTest {
    private static final OperatorKey MODERATOR =
            key("5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a");
    private static final OperatorKey OTHER = key("7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6");
    /** Of whoever is the author of {@link PublishedFilms}. */
    private static final OperatorKey AUTHOR = SignIn.SECOND;

    private static final List<ReviewCause> CAUSES = List.of(new ReviewCause("text", "Look at \"Roulette\"."));
    private static final Instant MORNING = Instant.parse("2026-11-20T10:00:00Z");
    private static final String SPAM = "{\"category\":\"spam\",\"text\":\"Buy, buy\"}";

    private final Publications publications;
    private final ReviewQueue queue;
    private final Complaints complaints;
    private final JdbcClient database;
    private final PublishedFilms films;
    private final ApiClient api;
    private final SignIn signIn;
    private String moderator = "";

    @Autowired
    ReviewOnServerTest(
            ApplicationContext server,
            Publications publications,
            ReviewQueue queue,
            Complaints complaints,
            JdbcClient database,
            EthereumSignatures signatures,
            @LocalServerPort int port) {
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

    @Test
    void whatAPersonPublishesIsShown() throws Exception {
        PublicationId id = waiting("Roulette of life");
        long number = caseOf(id, CaseKind.CHECK);
        assertThat(now(id).problem()).extracting(Reason::code).isEqualTo(ProblemCode.IN_REVIEW);
        assertThat(api.get("/watch/" + id).statusCode()).isEqualTo(404);

        CaseDetails details = details(number);
        assertThat(details.summary().title()).isEqualTo("Roulette of life");
        assertThat(details.summary().causes()).isEqualTo(CAUSES);
        assertThat(details.actions()).containsExactlyInAnyOrder(Action.PUBLISH, Action.REJECT, Action.HOLD);
        assertThat(details.texts())
                .first()
                .satisfies(text -> assertThat(text.hits())
                        .extracting(WordHit::offset, WordHit::written)
                        .containsExactly(tuple(0, "Roulette")));

        assertThat(claim(number, moderator).statusCode()).isEqualTo(200);
        assertThat(decide(number, "{\"action\":\"publish\"}").statusCode()).isEqualTo(204);
        assertThat(now(id).content()).isEqualTo(ContentState.PUBLISHED);
        assertThat(now(id).problem()).isNull();
        assertThat(api.get("/watch/" + id).statusCode()).isEqualTo(200);
        assertThat(queue.require(number).closing())
                .extracting(ReviewCase.Closing::outcome)
                .isEqualTo(Action.PUBLISH);
        assertThat(actions(id)).containsExactly("open", "claim", "publish");
    }

    @Test
    void aModeratorSeesTheFilmAndNobodyElseDoes() throws Exception {
        PublicationId id = waiting("A ship");
        PublicationId another = waiting("Another ship");
        films.takePicture(id, Film.made());
        CaseDetails.Media media = details(caseOf(id, CaseKind.CHECK)).media();

        for (String address : List.of(
                link(media.posterUrl()),
                link(media.sheetUrl()),
                link(media.thumbnailsUrl()),
                link(media.previewUrl()),
                media.strip().getFirst().url())) {
            HttpResponse<String> opened = api.get(address);
            assertThat(opened.statusCode()).as(address).isEqualTo(200);
            assertThat(opened.headers().firstValue("Cache-Control").orElse("")).doesNotContain("public");
            assertThat(api.get(address.replace(id.toString(), another.toString()))
                            .statusCode())
                    .as("its token opens no other film")
                    .isEqualTo(404);
        }
        HttpResponse<String> playlist = api.get(link(media.playlistUrl()));
        assertThat(playlist.statusCode()).isEqualTo(200);
        String folder = link(media.playlistUrl()).replace("master.m3u8", "");
        String rung = playlist.body()
                .lines()
                .filter(line -> line.endsWith(".m3u8"))
                .findFirst()
                .orElseThrow();
        assertThat(api.get(folder + rung).statusCode()).isEqualTo(200);
        assertThat(api.get("/media/" + id + "/master.m3u8").statusCode()).isEqualTo(404);
        assertThat(media.avatarUrl()).isNull();
    }

    @Test
    void whoIsNoModeratorGetsNothing() throws Exception {
        long number = caseOf(waiting("A ship"), CaseKind.CHECK);
        String creator = signIn.with(AUTHOR);
        List<List<String>> ways = List.of(
                List.of("GET", "/cases", ""),
                List.of("GET", "/cases/" + number, ""),
                List.of("POST", "/cases/" + number + "/claim", ""),
                List.of("DELETE", "/cases/" + number + "/claim", ""),
                List.of("POST", "/cases/" + number + "/decision", "{\"action\":\"publish\"}"),
                List.of("POST", "/publications/" + queue.require(number).publication() + "/cases", ""),
                List.of("GET", "/acts", ""),
                List.of("DELETE", "/strikes/1", ""));
        for (List<String> way : ways) {
            assertThat(call(way.get(0), way.get(1), way.get(2), creator).statusCode())
                    .as(way.toString())
                    .isEqualTo(403);
            assertThat(call(way.get(0), way.get(1), way.get(2), null).statusCode())
                    .as(way.toString())
                    .isEqualTo(401);
        }
        assertThat(queue.require(number).claim()).isNull();
    }

    @Test
    void aRejectionHasARuleAReasonAndAStrikeAndIsTakenBackOnAppeal() throws Exception {
        PublicationId id = waiting("A ship for sale");
        long number = caseOf(id, CaseKind.CHECK);
        claim(number, moderator);
        HttpResponse<String> bare = decide(number, "{\"action\":\"reject\",\"strike\":true}");
        assertThat(bare.statusCode()).isEqualTo(422);
        assertThat(ApiClient.problem(bare).violations())
                .extracting(Violation::field)
                .containsExactly("category", "message");
        assertThat(decide(
                                number,
                                "{\"action\":\"reject\",\"category\":\"spam\",\"message\":\"It sells ships.\",\"strike\":true}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(now(id).content()).isEqualTo(ContentState.REJECTED);
        assertThat(now(id).problem())
                .isEqualTo(new Reason(ProblemCode.RULES_BROKEN, "A moderator decided (spam): It sells ships."));
        assertThat(strikes()).isEqualTo(1);
        String author = signIn.with(AUTHOR);
        DecisionsReply told = decisions(id, author);
        assertThat(told.mayAppeal()).isTrue();
        assertThat(told.decisions())
                .extracting(
                        DecisionsReply.Statement::action,
                        DecisionsReply.Statement::message,
                        DecisionsReply.Statement::automatic,
                        DecisionsReply.Statement::basis)
                .containsExactly(tuple(Action.REJECT, "It sells ships.", false, CaseKind.CHECK));

        String why = "{\"text\":\"It only shows them.\"}";
        assertThat(author(id, "appeal", why, signIn.with(OTHER)).statusCode()).isEqualTo(401);
        assertThat(author(id, "appeal", why, author).statusCode()).isEqualTo(202);
        assertThat(author(id, "appeal", why, author).statusCode()).isEqualTo(409);
        long appeal = caseOf(id, CaseKind.APPEAL);
        assertThat(details(appeal).complaints()).extracting(Complaint::text).containsExactly("It only shows them.");
        claim(appeal, moderator);
        assertThat(decide(appeal, "{\"action\":\"publish\"}").statusCode()).isEqualTo(204);
        assertThat(now(id).content()).isEqualTo(ContentState.PUBLISHED);
        assertThat(strikes()).isZero();
        assertThat(actions(id))
                .containsExactly("open", "claim", "reject", "strike", "open", "claim", "publish", "withdraw-strike");
    }

    @Test
    void whatTheListsRefusedCanBeBroughtBeforeAPerson() throws Exception {
        PublicationId id = films.waitingForReview(Film.made(), new PublicationForm("A ship", "", List.of()));
        publications.changeContent(
                id, ContentState.REJECTED, new Reason(ProblemCode.CONTENT_BLOCKED, "The poster is on a list."));
        String author = signIn.with(AUTHOR);
        DecisionsReply told = decisions(id, author);
        assertThat(told.decisions())
                .containsExactly(new DecisionsReply.Statement(
                        told.decisions().getFirst().at(), Action.REJECT, null, "The poster is on a list.", true, null));
        assertThat(told.mayAppeal()).isTrue();
        author(id, "appeal", "{\"text\":\"It is not.\"}", author);
        long appeal = caseOf(id, CaseKind.APPEAL);
        claim(appeal, moderator);
        decide(appeal, "{\"action\":\"publish\"}");
        assertThat(now(id).content()).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void anAppealThatFailsIsTheLast() throws Exception {
        PublicationId id = waiting("A ship for sale");
        long number = caseOf(id, CaseKind.CHECK);
        claim(number, moderator);
        decide(number, "{\"action\":\"reject\",\"category\":\"spam\",\"message\":\"It sells.\"}");
        String author = signIn.with(AUTHOR);
        author(id, "appeal", "{\"text\":\"No.\"}", author);
        long appeal = caseOf(id, CaseKind.APPEAL);
        claim(appeal, moderator);
        assertThat(decide(appeal, "{\"action\":\"dismiss\"}").statusCode()).isEqualTo(204);

        assertThat(now(id).content()).isEqualTo(ContentState.REJECTED);
        assertThat(decisions(id, author).mayAppeal()).isFalse();
        HttpResponse<String> again = author(id, "appeal", "{\"text\":\"No!\"}", author);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(ApiClient.problem(again).detail()).contains("appealed against already");
    }

    @Test
    void aCaseIsOnePersonsUntilTheyGiveItBackOrForgetIt() throws Exception {
        long number = caseOf(waiting("A ship"), CaseKind.CHECK);
        String other = signIn.with(OTHER);
        assertThat(decide(number, "{\"action\":\"publish\"}").statusCode())
                .as("nobody has claimed it")
                .isEqualTo(409);
        assertThat(claim(number, moderator).statusCode()).isEqualTo(200);
        assertThat(claim(number, moderator).statusCode()).isEqualTo(200);
        assertThat(claim(number, other).statusCode()).isEqualTo(409);
        assertThat(details(number).summary().claim())
                .extracting(CaseReply.Claim::mine)
                .isEqualTo(true);

        assertThat(call("DELETE", "/cases/" + number + "/claim", "", other).statusCode())
                .isEqualTo(204);
        assertThat(claim(number, other).statusCode())
                .as("not theirs to give back")
                .isEqualTo(409);
        assertThat(call("DELETE", "/cases/" + number + "/claim", "", moderator).statusCode())
                .isEqualTo(204);
        assertThat(claim(number, other).statusCode()).isEqualTo(200);

        database.sql("UPDATE review_case SET claimed_until = now() - interval '1 second' WHERE id = :id")
                .param("id", number)
                .update();
        assertThat(details(number).summary().claim()).as("it has run out").isNull();
        assertThat(claim(number, moderator).statusCode()).isEqualTo(200);
        assertThat(actions(queue.require(number).publication()))
                .containsExactly("open", "claim", "release", "claim", "claim");
    }

    @Test
    void reportsOfOneFilmAreOneCase() throws Exception {
        PublicationId id = published("A ship");
        for (int i = 0; i < 3; i++) {
            assertThat(publicly(id, "reports", SPAM).statusCode()).isEqualTo(202);
        }
        long number = caseOf(id, CaseKind.REPORT);
        CaseDetails details = details(number);
        assertThat(details.summary().complaints()).isEqualTo(3);
        assertThat(details.complaints()).extracting(Complaint::text).containsOnly("Buy, buy");
        assertThat(details.actions()).containsExactlyInAnyOrder(Action.HOLD, Action.TAKE_DOWN, Action.DISMISS);

        claim(number, moderator);
        decide(number, "{\"action\":\"dismiss\"}");
        publicly(id, "reports", SPAM);
        assertThat(open(id)).as("the same was answered").isEmpty();
        assertThat(details(number).summary().complaints()).isEqualTo(4);
        publicly(id, "reports", "{\"category\":\"violence\"}");
        assertThat(open(id)).as("this was not").containsExactly("report");
    }

    @Test
    void ofVeryManyReportsTheFirstAreKeptAndAllAreCounted() throws Exception {
        PublicationId id = published("A ship");
        for (int i = 0; i < ComplaintRows.MOST_KEPT + 5; i++) {
            complaints.report(id, new ComplaintRows.Words(Rule.SPAM, "again", null, null));
        }
        CaseDetails details = details(caseOf(id, CaseKind.REPORT));
        assertThat(details.summary().complaints()).isEqualTo(ComplaintRows.MOST_KEPT + 5);
        assertThat(details.complaints()).hasSize(ComplaintRows.MOST_KEPT);
    }

    @Test
    void whatIsNotShownCannotBeReportedSoThatNobodyLearnsOfIt() throws Exception {
        PublicationId id = waiting("A ship");
        assertThat(publicly(id, "reports", SPAM).statusCode()).isEqualTo(404);
        assertThat(publicly(id, "notices", notice(true)).statusCode()).isEqualTo(404);
    }

    @Test
    void aReportIsPlainWords() throws Exception {
        PublicationId id = published("A ship");
        for (String wrong : List.of(
                "{\"category\":\"nonsense\"}",
                "{\"text\":\"x\"}",
                "{\"category\":\"spam\",\"text\":\"\\u202Egnaw\"}",
                "{\"category\":\"spam\",\"text\":\"" + "x".repeat(2_001) + "\"}",
                "{\"category\":\"spam\",\"contact\":\"a\\nb\"}",
                "{\"category\":\"spam\",\"more\":1}")) {
            assertThat(publicly(id, "reports", wrong).statusCode()).as(wrong).isBetween(400, 422);
        }
        assertThat(open(id)).isEmpty();
    }

    @Test
    void aNoticeTakesDownAndACounterNoticeRestores() throws Exception {
        PublicationId id = published("A ship");
        assertThat(publicly(id, "notices", notice(false)).statusCode()).isEqualTo(422);
        assertThat(publicly(id, "notices", notice(true)).statusCode()).isEqualTo(202);
        publicly(id, "reports", SPAM);
        long number = caseOf(id, CaseKind.NOTICE);
        assertThat(details(number).complaints())
                .extracting(Complaint::name, Complaint::contact, Complaint::text)
                .containsExactly(tuple("Petra", "petra@example.com", "My film\n\nIt is mine."));
        claim(number, moderator);
        decide(
                number,
                "{\"action\":\"take-down\",\"category\":\"copyright\",\"message\":\"Petra's film.\",\"strike\":true}");
        assertThat(now(id).content()).isEqualTo(ContentState.TAKEN_DOWN);
        assertThat(api.get("/watch/" + id).statusCode()).isEqualTo(404);
        assertThat(open(id)).as("the report has nothing to decide any more").isEmpty();

        String answer =
                "{\"name\":\"Anna\",\"contact\":\"anna@example.com\",\"statement\":\"I filmed it.\",\"mistake\":true}";
        String author = signIn.with(AUTHOR);
        assertThat(author(id, "counter-notice", answer, author).statusCode()).isEqualTo(202);
        long counter = caseOf(id, CaseKind.COUNTER_NOTICE);
        claim(counter, moderator);
        assertThat(decide(counter, "{\"action\":\"restore\"}").statusCode()).isEqualTo(204);
        assertThat(now(id).content()).isEqualTo(ContentState.PUBLISHED);
        assertThat(strikes()).isZero();
    }

    @Test
    void whoComplainedIsForgottenSomeTimeAfterTheCase() throws Exception {
        PublicationId id = published("A ship");
        publicly(id, "notices", notice(true));
        long number = caseOf(id, CaseKind.NOTICE);
        claim(number, moderator);
        decide(number, "{\"action\":\"dismiss\"}");
        complaints.eraseContacts();
        assertThat(details(number).complaints()).extracting(Complaint::name).containsExactly("Petra");
        database.sql("UPDATE review_case SET closed_at = closed_at - interval '181 days' WHERE id = :id")
                .param("id", number)
                .update();
        complaints.eraseContacts();
        assertThat(details(number).complaints()).singleElement().satisfies(complaint -> {
            assertThat(complaint.name()).isNull();
            assertThat(complaint.contact()).isNull();
            assertThat(complaint.text()).contains("It is mine.");
        });
    }

    @Test
    void whatIsHeldStaysInTheQueueAndIsShownAgain() throws Exception {
        PublicationId id = published("A ship");
        HttpResponse<String> opened = call("POST", "/publications/" + id + "/cases", "", moderator);
        assertThat(opened.statusCode()).isEqualTo(201);
        long number = Json.STRICT.readValue(opened.body(), CaseReply.class).id();
        decide(number, "{\"action\":\"hold\",\"category\":\"other\",\"message\":\"We ask.\"}");
        assertThat(now(id).content()).isEqualTo(ContentState.HELD);
        assertThat(open(id)).containsExactly("moderator");
        assertThat(decide(number, "{\"action\":\"dismiss\"}").statusCode())
                .as("it would be held for ever")
                .isEqualTo(409);
        assertThat(decide(number, "{\"action\":\"restore\"}").statusCode()).isEqualTo(204);
        assertThat(now(id).content()).isEqualTo(ContentState.PUBLISHED);
        assertThat(now(id).publishedAt()).isEqualTo(MORNING);
        assertThat(open(id)).isEmpty();
    }

    @Test
    void whatItsAuthorCancelsNobodyHasToDecide() throws Exception {
        PublicationId id = waiting("A ship");
        long number = caseOf(id, CaseKind.CHECK);
        claim(number, moderator);
        publications.changeContent(id, ContentState.CANCELLED, null);
        assertThat(decide(number, "{\"action\":\"publish\"}").statusCode()).isEqualTo(409);
        assertThat(queue.require(number).closing())
                .extracting(ReviewCase.Closing::outcome)
                .isEqualTo(Action.MOOT);
        assertThat(now(id).content()).isEqualTo(ContentState.CANCELLED);
    }

    @Test
    void ofWhoWishesToStayUnnamedAModeratorLearnsNothing() throws Exception {
        PublicationForm form = new PublicationForm("A ship", "", List.of())
                .with(new Profile("Petra of the harbour", null, null, true, null));
        PublicationId id = films.waitingForReview(Film.made(), form);
        queue.bring(id, CAUSES);
        String shown = call("GET", "/cases/" + caseOf(id, CaseKind.CHECK), "", moderator)
                .body();
        assertThat(shown).contains("\"incognito\":true");
        assertThat(shown)
                .doesNotContain("Petra")
                .doesNotContainIgnoringCase(now(id).author().hex());
    }

    @Test
    void theLogCannotBeChanged() throws Exception {
        waiting("A ship");
        assertThatThrownBy(() -> database.sql("UPDATE moderation_act SET action = 'publish'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("DELETE FROM moderation_act").update())
                .isInstanceOf(DataAccessException.class);
        String log = call("GET", "/acts?limit=1", "", moderator).body();
        assertThat(Json.STRICT.readValue(log, ReviewController.ActPage.class).acts())
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.action()).isEqualTo(Action.OPEN);
                    assertThat(act.automatic()).isTrue();
                });
    }

    @Test
    void theQueueIsReadAPageAtATimeAndByKind() throws Exception {
        long first = caseOf(waiting("One"), CaseKind.CHECK);
        long second = caseOf(waiting("Two"), CaseKind.CHECK);
        CaseReply.Page page = Json.STRICT.readValue(
                call("GET", "/cases?kind=check&limit=1&after=" + (first - 1), "", moderator)
                        .body(),
                CaseReply.Page.class);
        assertThat(page.cases()).extracting(CaseReply::id).containsExactly(first);
        CaseReply.Page next = Json.STRICT.readValue(
                call("GET", "/cases?kind=check&limit=1&after=" + first, "", moderator)
                        .body(),
                CaseReply.Page.class);
        assertThat(next.cases()).extracting(CaseReply::id).containsExactly(second);
        assertThat(page.counts().get(CaseKind.CHECK)).isGreaterThanOrEqualTo(2);
        assertThat(call("GET", "/cases?kind=nonsense", "", moderator).statusCode())
                .isEqualTo(400);
        assertThat(call("GET", "/cases?state=nonsense", "", moderator).statusCode())
                .isEqualTo(400);
        assertThat(call("GET", "/cases?limit=1000", "", moderator).statusCode()).isEqualTo(400);
        assertThat(call("GET", "/cases/999999999", "", moderator).statusCode()).isEqualTo(404);
    }

    private PublicationId waiting(String title) throws IOException {
        PublicationId id = films.waitingForReview(Film.made(), new PublicationForm(title, "", List.of()));
        queue.bring(id, CAUSES);
        queue.bring(id, CAUSES);
        return id;
    }

    private PublicationId published(String title) throws IOException {
        return films.publish(Film.made(), new PublicationForm(title, "", List.of()), MORNING);
    }

    private Publication now(PublicationId id) {
        return publications.find(id).orElseThrow();
    }

    private long caseOf(PublicationId id, CaseKind kind) {
        return database.sql("SELECT max(id) FROM review_case WHERE publication_id = :id AND kind = :kind")
                .param("id", id.uuid())
                .param("kind", kind.text())
                .query(Long.class)
                .single();
    }

    private List<String> open(PublicationId id) {
        return database.sql("SELECT kind FROM review_case WHERE publication_id = :id AND closed_at IS NULL")
                .param("id", id.uuid())
                .query(String.class)
                .list();
    }

    private List<String> actions(PublicationId id) {
        return database.sql("SELECT action FROM moderation_act WHERE publication_id = :id ORDER BY id")
                .param("id", id.uuid())
                .query(String.class)
                .list();
    }

    private long strikes() {
        return database.sql("SELECT count(*) FROM author_strike WHERE withdrawn_at IS NULL")
                .query(Long.class)
                .single();
    }

    private CaseDetails details(long number) throws Exception {
        HttpResponse<String> answer = call("GET", "/cases/" + number, "", moderator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.STRICT.readValue(answer.body(), CaseDetails.class);
    }

    private DecisionsReply decisions(PublicationId id, String token) throws Exception {
        return Json.STRICT.readValue(
                api.get("/api/publications/" + id + "/decisions", token).body(), DecisionsReply.class);
    }

    private HttpResponse<String> claim(long number, String token) throws Exception {
        return call("POST", "/cases/" + number + "/claim", "", token);
    }

    private HttpResponse<String> decide(long number, String decision) throws Exception {
        return call("POST", "/cases/" + number + "/decision", decision, moderator);
    }

    private HttpResponse<String> publicly(PublicationId id, String what, String body) throws Exception {
        return api.sendJson("POST", "/api/publications/" + id + "/" + what, body);
    }

    private HttpResponse<String> author(PublicationId id, String what, String body, String token) throws Exception {
        return send("POST", "/api/publications/" + id + "/" + what, body, token);
    }

    private HttpResponse<String> call(String method, String path, String body, @Nullable String token)
            throws Exception {
        return send(method, "/api/moderation" + path, body, token);
    }

    private HttpResponse<String> send(String method, String path, String body, @Nullable String token)
            throws Exception {
        var request = api.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return api.send(request.build());
    }

    private static String link(@Nullable String address) {
        assertThat(address).isNotNull();
        return String.valueOf(address);
    }

    private static String notice(boolean accurate) {
        return "{\"category\":\"copyright\",\"name\":\"Petra\",\"contact\":\"petra@example.com\",\"work\":\"My film\","
                + "\"statement\":\"It is mine.\",\"goodFaith\":true,\"accurate\":" + accurate + "}";
    }

    private static OperatorKey key(String hex) {
        return OperatorKey.of(HexFormat.of().parseHex(hex));
    }
}
