package dev.slipway.server.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.complaint.Complaints;
import dev.slipway.server.review.decision.CaseDetails;
import dev.slipway.server.review.queue.CaseKind;
import dev.slipway.server.review.queue.ReviewQueue;
import dev.slipway.server.review.strike.Strike;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Film;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What moderators must not decide, and must not learn. */
@TestPropertySource(
        properties = {
            "slipway.operators=0x90F79bf6EB2c4f870365E785982E1f101E93b906",
            "slipway.moderators=0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC,0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65"
        })
class FairReviewTest extends ReviewFixture {
    private static final OperatorKey SECOND_MODERATOR =
            key("47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a");
    private static final String STRIKE =
            "{\"action\":\"take-down\",\"category\":\"spam\",\"message\":\"It sells.\",\"strike\":true}";

    @Autowired
    FairReviewTest(
            ApplicationContext server,
            Publications publications,
            ReviewQueue queue,
            Complaints complaints,
            JdbcClient database,
            EthereumSignatures signatures,
            @LocalServerPort int port) {
        super(server, publications, queue, complaints, database, signatures, port);
    }

    @Test
    void nobodyJudgesInTheirOwnCause() throws Exception {
        PublicationId id = waiting("A ship");
        long number = caseOf(id, CaseKind.CHECK);
        claim(number, moderator);
        give(id, MODERATOR);

        assertOwn(claim(number, moderator));
        assertOwn(decide(number, "{\"action\":\"publish\"}"));
        assertOwn(call("POST", "/publications/" + id + "/cases", "", moderator));
        assertThat(now(id).content()).isEqualTo(ContentState.MODERATING);

        PublicationId shown = published("Another ship");
        strike(shown);
        give(shown, MODERATOR);
        assertOwn(call("DELETE", "/strikes/" + strikeOf(shown), "", moderator));
        assertThat(strikes()).isEqualTo(1);
    }

    @Test
    void whatIsBroughtAgainstADecisionIsForSomebodyElse() throws Exception {
        PublicationId id = published("A ship");
        strike(id);
        assertThat(author(id, "appeal", "{\"text\":\"It sells nothing.\"}", signIn.with(AUTHOR))
                        .statusCode())
                .isEqualTo(202);
        long appeal = caseOf(id, CaseKind.APPEAL);

        assertOwn(claim(appeal, moderator));
        assertOwn(decide(appeal, "{\"action\":\"dismiss\"}"));
        assertThat(open(id)).containsExactly(CaseKind.APPEAL.text());

        moderator = signIn.with(OTHER);
        assertThat(claim(appeal, moderator).statusCode()).isEqualTo(200);
        assertThat(decide(appeal, "{\"action\":\"restore\"}").statusCode()).isEqualTo(204);
        assertThat(now(id).content()).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void anAppealStaysForSomebodyElseWhateverIsDecidedAfterIt() throws Exception {
        PublicationId id = published("A ship");
        open(id, moderator);
        assertThat(decide(
                                caseOf(id, CaseKind.MODERATOR),
                                "{\"action\":\"hold\",\"category\":\"spam\",\"message\":\"Wait.\"}")
                        .statusCode())
                .isEqualTo(204);
        author(id, "appeal", "{\"text\":\"It sells nothing.\"}", signIn.with(AUTHOR));
        long appeal = caseOf(id, CaseKind.APPEAL);
        String first = moderator;
        long own = caseOf(id, CaseKind.MODERATOR);
        assertThat(call("DELETE", "/cases/" + own + "/claim", "", first).statusCode())
                .isEqualTo(204);

        // Another moderator, who does not run the server.
        String second = signIn.with(SECOND_MODERATOR);
        moderator = second;
        assertThat(claim(own, second).statusCode()).isEqualTo(200);
        assertThat(decide(own, STRIKE).statusCode()).isEqualTo(204);

        assertOwn(claim(appeal, first));
        assertOwn(claim(appeal, second));
        assertThat(claim(appeal, signIn.with(OTHER)).statusCode()).isEqualTo(200);
    }

    @Test
    void erasingTheAccountIsNoWayToDecideAboutTheOwnDecision() throws Exception {
        PublicationId id = published("A ship");
        open(id, moderator);
        String older = signIn.with(SECOND_MODERATOR);
        strike(id);
        author(id, "appeal", "{\"text\":\"It sells nothing.\"}", signIn.with(AUTHOR));
        long appeal = caseOf(id, CaseKind.APPEAL);
        assertOwn(claim(appeal, moderator));

        HttpResponse<String> erased =
                send("DELETE", "/api/account", "{\"confirmWallet\":\"" + MODERATOR.address() + "\"}", moderator);
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        assertOwn(claim(appeal, signIn.with(MODERATOR)));
        assertThat(claim(appeal, older).statusCode()).as("was here already").isEqualTo(200);
    }

    @Test
    void whoRunsTheServerMayBeTheOnlyOneThereIs() throws Exception {
        PublicationId id = waiting("A ship");
        give(id, OTHER);
        long number = caseOf(id, CaseKind.CHECK);
        moderator = signIn.with(OTHER);

        assertThat(claim(number, moderator).statusCode()).isEqualTo(200);
        assertThat(decide(number, "{\"action\":\"publish\"}").statusCode()).isEqualTo(204);
        assertThat(now(id).content()).isEqualTo(ContentState.PUBLISHED);
    }

    @Test
    void nothingLeadsFromAnUnnamedAuthorsVideoToTheirOthersOrBack() throws Exception {
        PublicationId named = published("A named ship");
        strike(named);
        CaseDetails.Author before = details(caseOf(named, CaseKind.MODERATOR)).author();
        assertThat(before.strikes()).extracting(Strike::publicationId).containsExactly(named);
        PublicationId unnamed = films.publish(
                Film.made(), new PublicationForm("A ship of nobody", "", List.of()).with(Profile.INCOGNITO), MORNING);
        strike(unnamed);
        PublicationId third = films.publish(
                Film.made(), new PublicationForm("Another of nobody", "", List.of()).with(Profile.INCOGNITO), MORNING);
        publicly(third, "reports", SPAM);

        assertThat(details(caseOf(third, CaseKind.REPORT)).author().strikes()).isEmpty();
        assertThat(details(caseOf(unnamed, CaseKind.MODERATOR)).author().strikes())
                .as("its own")
                .extracting(Strike::publicationId)
                .containsExactly(unnamed);
        assertThat(details(caseOf(named, CaseKind.MODERATOR)).author())
                .as("whatever became of the others")
                .isEqualTo(before);
    }

    @Test
    void whoIsComplainedAboutReadsNotWhoComplained() throws Exception {
        PublicationId id = published("A ship");
        publicly(id, "reports", SPAM);
        give(id, MODERATOR);
        long number = caseOf(id, CaseKind.REPORT);

        assertThat(details(number).complaints()).isEmpty();
        moderator = signIn.with(OTHER);
        assertThat(details(number).complaints()).hasSize(1);
    }

    private void open(PublicationId id, String token) throws Exception {
        assertThat(call("POST", "/publications/" + id + "/cases", "", token).statusCode())
                .isIn(200, 201);
    }

    private void strike(PublicationId id) throws Exception {
        open(id, moderator);
        assertThat(decide(caseOf(id, CaseKind.MODERATOR), STRIKE).statusCode()).isEqualTo(204);
    }

    private long strikeOf(PublicationId id) {
        return database.sql("SELECT id FROM author_strike WHERE publication_id = :id")
                .param("id", id.uuid())
                .query(Long.class)
                .single();
    }

    private void give(PublicationId id, OperatorKey author) {
        database.sql("UPDATE publication SET author = :author WHERE id = :id")
                .param("author", author.address().hex())
                .param("id", id.uuid())
                .update();
    }

    private static void assertOwn(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(ApiClient.problem(refused).code()).isEqualTo(ProblemCode.FORBIDDEN);
    }
}
