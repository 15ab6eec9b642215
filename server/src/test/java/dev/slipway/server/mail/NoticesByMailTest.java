package dev.slipway.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.PreparedPublications;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.SignIn;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** From the request for a code to the mail. */
class NoticesByMailTest extends MailOnServer {
    private static final Pattern CODE = Pattern.compile("(?m)^([A-Za-z0-9_-]{20})$");

    @Autowired
    private ApplicationContext server;

    @Autowired
    private Publications publications;

    @Autowired
    private TransactionTemplate transactions;

    /** The newest there; mail to others comes in no order. */
    private MimeMessage newestTo(String email, int number) {
        return Await.until(
                        number + " mails to " + email,
                        () -> Arrays.stream(post.getReceivedMessages())
                                .filter(mail -> isTo(mail, email))
                                .toList(),
                        all -> all.size() >= number)
                .getLast();
    }

    private static boolean isTo(MimeMessage mail, String email) {
        try {
            return List.of(mail.getAllRecipients()).contains(new InternetAddress(email));
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMessage mail) {
        try {
            return (String) mail.getContent();
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String code(MimeMessage mail) {
        Matcher found = CODE.matcher(text(mail).replace("\r", ""));
        assertThat(found.find()).as(text(mail)).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> confirm(String token, String code) throws Exception {
        return call("POST", "/confirmation", "{\"code\":\"" + code + "\"}", token);
    }

    private void subscribe(String token, String email, String language) throws Exception {
        assertThat(ask(token, email, language).statusCode()).isEqualTo(202);
        assertThat(confirm(token, code(newestTo(email, 1))).statusCode()).isEqualTo(204);
    }

    private PublicationId draft(OperatorKey wallet) throws Exception {
        Author somebody = new Author(signatures, wallet, wallet.address());
        DraftReply draft = api.draft(somebody);
        api.signed(somebody, draft);
        return draft.id();
    }

    /** All that was written has left, and no more than that. */
    private void settled(int mails) {
        Await.until("an empty queue", this::queued, left -> left == 0);
        assertThat(post.getReceivedMessages()).hasSize(mails);
    }

    @Test
    void anAddressCountsOnceItsCodeCameBackAndNotBefore() throws Exception {
        assertThat(ask(author, address, "en").statusCode()).isEqualTo(202);
        MimeMessage mail = arrived(1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Confirm your address");
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress(address));
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("video@slipway.example"));
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(call("GET", "", null, author).body())
                .contains("\"waiting\"", address)
                .doesNotContain("\"confirmed\"");
        new PreparedPublications(server).show(draft(key));
        settled(1);

        String stranger = signIn.with(OperatorKey.generate(RANDOM));
        assertThat(confirm(author, "x".repeat(20)).statusCode()).isEqualTo(404);
        assertThat(confirm(stranger, code(mail)).statusCode()).isEqualTo(404);
        assertThat(confirm(author, code(mail)).statusCode()).isEqualTo(204);
        assertThat(confirm(author, code(mail)).statusCode()).as("once").isEqualTo(404);
        assertThat(call("GET", "", null, author).body())
                .contains("\"confirmed\"")
                .doesNotContain("\"waiting\"");
        assertThat(call("GET", "", null, stranger).body()).isEqualTo("{}");
    }

    @Test
    void anAuthorIsToldWhatBecameOfTheirVideoInTheirLanguage() throws Exception {
        subscribe(author, address, "ru");
        PublicationId id = draft(key);
        PreparedPublications prepared = new PreparedPublications(server);

        prepared.show(id);
        MimeMessage published = arrived(2).getLast();
        assertThat(published.getSubject()).isEqualTo("Опубликовано: A ship");
        assertThat(text(published)).contains("«A ship»", "http://127.0.0.1:" + port + "/watch/" + id);

        publications.changeContent(
                id, ContentState.HELD, new Reason(ProblemCode.CONTENT_BLOCKED, "A person looks at it."));
        assertThat(arrived(3).getLast().getSubject()).isEqualTo("Пока скрыто: A ship");
        publications.changeContent(
                id, ContentState.TAKEN_DOWN, new Reason(ProblemCode.CONTENT_BLOCKED, "It is not for here."));
        MimeMessage gone = arrived(4).getLast();
        assertThat(gone.getSubject()).isEqualTo("Снято с показа: A ship");
        assertThat(text(gone)).contains("It is not for here.", "/api/publications/" + id);

        prepared.show(draft(OperatorKey.generate(RANDOM)));
        settled(4);
    }

    @Test
    void anAuthorIsToldOnceThatAPersonWillLookAtTheirVideo() throws Exception {
        subscribe(author, address, "en");
        PublicationId id = draft(key);
        Reason reason = new Reason(ProblemCode.IN_REVIEW, "A person looks at this video before it is shown.");

        publications.explainContent(id, reason);
        MimeMessage mail = arrived(2).getLast();
        publications.explainContent(id, reason);
        publications.explainContent(id, new Reason(ProblemCode.PAYMENT_REQUIRED, "Something else."));

        assertThat(mail.getSubject()).isEqualTo("A person looks at it: A ship");
        assertThat(text(mail)).contains("\"A ship\" before it is shown", "/api/publications/" + id);
        settled(2);
    }

    @Test
    void aRefundThatIsDueIsToldToAuthorAndOperatorOnce() throws Exception {
        String operator = signIn.with(SignIn.SECOND);
        subscribe(author, address, "en");
        subscribe(operator, "operator@house.example", "en");
        PublicationId id = draft(key);

        publications.changePayment(id, new PaymentStanding(PaymentState.REFUNDING, BigInteger.TEN, 1, null));
        List<MimeMessage> all = arrived(4);
        publications.changePayment(id, new PaymentStanding(PaymentState.REFUNDING, BigInteger.TEN, 2, null));

        assertThat(all)
                .extracting(MimeMessage::getSubject)
                .containsExactlyInAnyOrder(
                        "Confirm your address",
                        "Confirm your address",
                        "Money comes back to you: A ship",
                        "A refund is due");
        settled(4);
    }

    @Test
    void whatIsRolledBackIsNotMailed() throws Exception {
        subscribe(author, address, "en");
        PublicationId id = draft(key);
        settled(1);

        transactions.executeWithoutResult(status -> {
            new PreparedPublications(server).show(id);
            assertThat(queued()).isEqualTo(1);
            status.setRollbackOnly();
        });

        settled(1);
    }

    @Test
    void whoTakesTheAddressBackGetsNoMoreMail() throws Exception {
        subscribe(author, address, "en");

        assertThat(call("DELETE", "", null, author).statusCode()).isEqualTo(204);

        new PreparedPublications(server).show(draft(key));
        settled(1);
        assertThat(call("GET", "", null, author).body()).isEqualTo("{}");
    }

    @Test
    void mailWaitsForAServerThatIsAway() throws Exception {
        post.stop();
        assertThat(ask(author, address, "en").statusCode()).isEqualTo(202);
        Await.until(
                "the first try",
                () -> database.sql("SELECT coalesce(max(attempts), 0) FROM mail")
                        .query(Integer.class)
                        .single(),
                attempts -> attempts == 1);

        post.start();

        assertThat(arrived(1)).hasSize(1);
        Await.until("an empty queue", this::queued, left -> left == 0);
    }

    @Test
    void codesAreFewForAnAccountAndForAnAddressAndTheCallerLearnsNothing() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(ask(author, address, "en").statusCode()).isEqualTo(202);
        }
        arrived(3);
        String other = signIn.with(OperatorKey.generate(RANDOM));
        HttpResponse<String> silent = ask(other, address.toUpperCase(java.util.Locale.ROOT), "en");
        assertThat(silent.statusCode()).isEqualTo(202);
        assertThat(silent.body()).isEmpty();
        assertThat(ask(other, address.replace("@", "+other@"), "en").statusCode())
                .isEqualTo(202);
        settled(3);

        ask(author, "fresh" + address, "en");
        ask(author, "fresh" + address, "en");
        assertThat(ApiClient.problem(ask(author, "fresh" + address, "en")).code())
                .isEqualTo(ProblemCode.TOO_MANY_REQUESTS);
        for (int i = 0; i < 5; i++) {
            assertThat(confirm(author, "wrong").statusCode()).isEqualTo(404);
        }
        String right = code(newestTo("fresh" + address, 2));
        assertThat(confirm(author, right).statusCode()).as("no try is left").isEqualTo(404);
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        assertThat(ask(author, "a@b.example\\r\\nBcc: c@d.example", "en").statusCode())
                .isEqualTo(422);
        assertThat(ask(author, address, "xx").statusCode()).isEqualTo(400);
        assertThat(call("PUT", "", "{}", author).statusCode()).isEqualTo(400);
        assertThat(api.get("/api/account/notices").statusCode()).isEqualTo(401);
        assertThat(post.getReceivedMessages()).isEmpty();
    }
}
