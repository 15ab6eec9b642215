package dev.slipway.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.model.publication.RefundReason;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.refund.Refund;
import dev.slipway.server.refund.RefundBook;
import dev.slipway.server.review.complaint.Complaint;
import dev.slipway.server.review.complaint.ComplaintRows;
import dev.slipway.server.review.complaint.Complaints;
import dev.slipway.server.review.complaint.DecisionsReply;
import dev.slipway.server.review.decision.CaseDetails;
import dev.slipway.server.review.queue.Action;
import dev.slipway.server.review.queue.CaseKind;
import dev.slipway.server.review.queue.ReviewQueue;
import dev.slipway.server.review.queue.Rule;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Film;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What viewers, rights holders and authors write, and what becomes of it. */
class ComplaintsOnServerTest extends ReviewFixture {
    private static final String ANSWER =
            "{\"name\":\"Anna\",\"contact\":\"anna@example.com\",\"statement\":\"I filmed it.\",\"mistake\":true}";

    private final RefundBook book;

    @Autowired
    ComplaintsOnServerTest(
            RefundBook book,
            ApplicationContext server,
            Publications publications,
            ReviewQueue queue,
            Complaints complaints,
            JdbcClient database,
            EthereumSignatures signatures,
            @LocalServerPort int port) {
        super(server, publications, queue, complaints, database, signatures, port);
        this.book = book;
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
        another();
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
        another();
        claim(appeal, moderator);
        decide(appeal, "{\"action\":\"publish\"}");
        assertThat(now(id).content()).isEqualTo(ContentState.PUBLISHED);
    }

    /** It may still be taken back by the chain, and may have come while the moderator was looking. */
    @Test
    void whatIsGoingBackIsNotPublishedForNothing() throws Exception {
        PublicationId id = films.waitingForReview(Film.made(), new PublicationForm("A ship", "", List.of()));
        publications.changeContent(
                id, ContentState.REJECTED, new Reason(ProblemCode.CONTENT_BLOCKED, "The poster is on a list."));
        author(id, "appeal", "{\"text\":\"It is not.\"}", signIn.with(AUTHOR));
        long appeal = caseOf(id, CaseKind.APPEAL);
        another();
        claim(appeal, moderator);
        assertThat(details(appeal).actions()).contains(Action.PUBLISH);

        Bytes32 reference = new Bytes32("0x" + "cd".repeat(32));
        database.sql("""
                        UPDATE publication SET reference = :reference, refund_to = author, deadline = 1,
                            signature = '0x' || repeat('00', 65), salt = :reference
                        WHERE id = :id""")
                .param("reference", reference.hex())
                .param("id", id.uuid())
                .update();
        Bytes32 back = new Bytes32("0x" + "ba".repeat(32));
        book.save(
                reference,
                List.of(new Refund(null, BigInteger.ZERO, BigInteger.TEN, RefundReason.REJECTED, List.of(back))),
                MORNING);

        assertThat(details(appeal).actions()).containsExactly(Action.DISMISS);
        HttpResponse<String> refused = decide(appeal, "{\"action\":\"publish\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(ApiClient.problem(refused).code()).isEqualTo(ProblemCode.WRONG_STATE);
        assertThat(now(id).content()).isEqualTo(ContentState.REJECTED);
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
        another();
        claim(appeal, moderator);
        assertThat(decide(appeal, "{\"action\":\"dismiss\"}").statusCode()).isEqualTo(204);

        assertThat(now(id).content()).isEqualTo(ContentState.REJECTED);
        assertThat(decisions(id, author).mayAppeal()).isFalse();
        HttpResponse<String> again = author(id, "appeal", "{\"text\":\"No!\"}", author);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(ApiClient.problem(again).detail()).contains("appealed against already");
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
    void whatWasTakenDownForAnotherReasonIsAppealedAgainst() throws Exception {
        PublicationId id = published("A ship");
        publicly(id, "notices", notice(true));
        long dismissed = caseOf(id, CaseKind.NOTICE);
        claim(dismissed, moderator);
        decide(dismissed, "{\"action\":\"dismiss\"}");
        publicly(id, "reports", SPAM);
        long number = caseOf(id, CaseKind.REPORT);
        claim(number, moderator);
        decide(number, "{\"action\":\"take-down\",\"category\":\"spam\",\"message\":\"It sells.\"}");

        HttpResponse<String> refused = author(id, "counter-notice", ANSWER, signIn.with(AUTHOR));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(ApiClient.problem(refused).detail()).contains("Appeal instead");
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

        String author = signIn.with(AUTHOR);
        assertThat(author(id, "counter-notice", ANSWER, author).statusCode()).isEqualTo(202);
        assertThat(author(id, "counter-notice", ANSWER, author).statusCode())
                .as("once against each decision")
                .isEqualTo(409);
        long counter = caseOf(id, CaseKind.COUNTER_NOTICE);
        another();
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
}
