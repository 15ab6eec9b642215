package dev.slipway.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.moderation.WordHit;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.complaint.Complaints;
import dev.slipway.server.review.decision.ActPage;
import dev.slipway.server.review.decision.CaseDetails;
import dev.slipway.server.review.decision.CaseReply;
import dev.slipway.server.review.queue.Action;
import dev.slipway.server.review.queue.CaseKind;
import dev.slipway.server.review.queue.ReviewCase;
import dev.slipway.server.review.queue.ReviewQueue;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Film;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases: how they come, who has them, what is decided, and what is written down. */
class ReviewOnServerTest extends ReviewFixture {
    @Autowired
    ReviewOnServerTest(
            ApplicationContext server,
            Publications publications,
            ReviewQueue queue,
            Complaints complaints,
            JdbcClient database,
            EthereumSignatures signatures,
            @LocalServerPort int port) {
        super(server, publications, queue, complaints, database, signatures, port);
    }

    @ParameterizedTest
    @EnumSource(
            value = ContentState.class,
            names = {"DRAFT", "UPLOADING", "VERIFYING", "CANCELLED", "EXPIRED", "DELETED"})
    void nobodyOpensACaseAboutWhatIsNotThereYetOrAnyMore(ContentState content) throws Exception {
        PublicationId id = published("A ship");
        database.sql("UPDATE publication SET content = :content, published_at = NULL WHERE id = :id")
                .param("content", content.text())
                .param("id", id.uuid())
                .update();
        HttpResponse<String> refused = call("POST", "/publications/" + id + "/cases", "", moderator);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(ApiClient.problem(refused).code()).isEqualTo(ProblemCode.WRONG_STATE);
        assertThat(open(id)).isEmpty();
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
        assertThat(Json.STRICT.readValue(log, ActPage.class).acts())
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
}
