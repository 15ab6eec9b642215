package dev.slipway.server.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.moderation.TextCheckReply;
import dev.slipway.model.moderation.TextCheckRequest;
import dev.slipway.model.moderation.WordHit;
import dev.slipway.model.moderation.WordList;
import dev.slipway.model.moderation.WordRules;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Over real HTTP, as moderators change the list while the server runs. */
@ServerTest
@TestPropertySource(
        properties = {
            "slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
            "slipway.moderators=0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC"
        })
class WordListControllerTest {
    private static final OperatorKey OPERATOR = SignIn.SECOND;
    private static final OperatorKey MODERATOR =
            key("5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a");
    private static final String SPAM = "{\"category\":\"spam\",\"severity\":\"refuse\"}";

    @Autowired
    private EthereumSignatures signatures;

    @Autowired
    private JdbcClient database;

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
        database.sql("DELETE FROM banned_word WHERE word LIKE 'flotsam%'").update();
        database.sql("DELETE FROM moderation_exception WHERE word LIKE 'flotsam%'")
                .update();
    }

    @Test
    void aWordCountsFromTheMomentThatItIsPutOnTheList() throws Exception {
        assertThat(check("Flotsams everywhere").hits()).isEmpty();

        assertThat(call("PUT", "/words/en/Flotsam", SPAM, moderator).statusCode())
                .isEqualTo(204);
        assertThat(check("Fl0ts@ms everywhere").hits())
                .extracting(WordHit::field, WordHit::offset, WordHit::written, WordHit::word, WordHit::category)
                .containsExactly(tuple("text", 0, "Fl0ts@ms", "flotsam", "spam"));

        String review = "{\"category\":\"sea\",\"severity\":\"review\"}";
        assertThat(call("PUT", "/words/en/flotsam", review, moderator).statusCode())
                .isEqualTo(204);
        assertThat(check("flotsam").hits())
                .extracting(WordHit::category, WordHit::isRefused)
                .containsExactly(tuple("sea", false));

        assertThat(call("DELETE", "/words/en/flotsam", null, moderator).statusCode())
                .isEqualTo(204);
        assertThat(check("flotsam").hits()).isEmpty();
        assertThat(call("DELETE", "/words/en/flotsam", null, moderator).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anExceptionCountsAtOnceToo() throws Exception {
        call("PUT", "/words/en/flotsam*", SPAM, moderator);

        assertThat(call("PUT", "/exceptions/en/flotsam%20Museum", null, moderator)
                        .statusCode())
                .isEqualTo(204);
        assertThat(check("The Flotsam Museum").hits()).isEmpty();
        assertThat(check("The flotsamness").hits()).hasSize(1);
        assertThat(call("DELETE", "/exceptions/en/flotsam%20museum", null, moderator)
                        .statusCode())
                .isEqualTo(204);
        assertThat(check("The Flotsam Museum").hits()).hasSize(1);
        assertThat(call("DELETE", "/exceptions/en/flotsam%20museum", null, moderator)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anotherServerOfTheDatabaseNoticesTheChange() throws Exception {
        BannedWords other = new BannedWords(database);
        WordList before = other.list();
        assertThat(other.list()).as("made once").isSameAs(before);

        call("PUT", "/words/en/flotsam", SPAM, moderator);

        assertThat(before.in("title", "flotsam")).isEmpty();
        assertThat(other.list().in("title", "flotsam")).hasSize(1);
    }

    @Test
    void theHistoryKeepsWhoChangedWhatAndCannotBeChanged() throws Exception {
        call("PUT", "/words/en/flotsam", SPAM, moderator);
        call("DELETE", "/words/en/flotsam", null, signIn.with(OPERATOR));

        List<String> history = database.sql("""
                        SELECT action || ' ' || moderation_change.language || ' ' || word || ' ' || coalesce(category, '-') || ' '
                               || coalesce(severity, '-') || ' ' || subject
                        FROM moderation_change JOIN account_identity USING (account_id)
                        WHERE word = 'flotsam' ORDER BY moderation_change.id DESC LIMIT 2
                        """).query(String.class).list();
        assertThat(history)
                .containsExactly(
                        "delete-word en flotsam - - " + OPERATOR.address().hex().toLowerCase(Locale.ROOT),
                        "put-word en flotsam spam refuse "
                                + MODERATOR.address().hex().toLowerCase(Locale.ROOT));
        assertThatThrownBy(() -> database.sql("DELETE FROM moderation_change").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append only");
        assertThatThrownBy(() ->
                        database.sql("UPDATE moderation_change SET word = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/words/en/flotsam",
        "DELETE,/words/en/viagra",
        "PUT,/exceptions/en/flotsam",
        "DELETE,/exceptions/en/class",
        "POST,/check"
    })
    void onlyModeratorsAndOperatorsMay(String method, String path) throws Exception {
        String body = method.equals("POST") ? "{\"text\":\"a\"}" : SPAM;
        String stranger = signIn.with(OperatorKey.generate(new SecureRandom()));

        assertRefused(call(method, path, body, "nonsense"), ProblemCode.UNAUTHORIZED);
        assertRefused(call(method, path, body, stranger), ProblemCode.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/words/en/*",
                "/words/en/ab*",
                "/words/english/flotsam",
                "/words/en/flotsam%0A",
                "/words/en/a",
                "/words/en/!!!!",
                "/words/en/flotsam%3Cscript%3E",
                "/words/en/%F0%9F%98%80%F0%9F%98%80",
                "/words/en/flotsam;x=y%25",
                "/exceptions/en/*",
                "/exceptions/e/flotsam"
            })
    void whatIsNoWordIsAProblemAndNothingWorse(String path) throws Exception {
        HttpResponse<String> answer = call("PUT", path, SPAM, moderator);

        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499);
        if (answer.statusCode() >= 300) {
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        assertThat(call("DELETE", path, null, moderator).statusCode()).isLessThan(500);
    }

    /** By the container, without a problem document. */
    @ParameterizedTest
    @ValueSource(strings = {"/words/en/%00", "/words/en/%FF%FE", "/words/en/flotsam%2Fjetsam"})
    void whatIsNoAddressIsRefusedBeforeItComesToUs(String path) throws Exception {
        assertThat(call("PUT", path, SPAM, moderator).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"category\":\"spam\"}",
                "{\"category\":\"Spam!\",\"severity\":\"refuse\"}",
                "{\"category\":\"spam\",\"severity\":\"REFUSE\"}",
                "{\"category\":\"spam\",\"severity\":null}",
                "{\"category\":\"spam\",\"severity\":\"refuse\",\"more\":1}",
                "{\"category\":\"\\u0000\",\"severity\":\"refuse\"}"
            })
    void whatIsNoRowIsAProblem(String body) throws Exception {
        HttpResponse<String> answer = call("PUT", "/words/en/flotsam", body, moderator);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
        assertThat(ApiClient.problem(answer).code()).isIn(ProblemCode.BAD_REQUEST, ProblemCode.INVALID_FORM);
    }

    @Test
    void textsThatAreTooLongOrBrokenAreRefused() throws Exception {
        assertRefused(
                call("POST", "/check", text("x".repeat(WordRules.MAX_TEXT + 1)), moderator),
                ProblemCode.PAYLOAD_TOO_LARGE);
        assertRefused(call("POST", "/check", "{\"text\":\"f\\uD800k\"}", moderator), ProblemCode.BAD_REQUEST);
        assertRefused(call("POST", "/check", "{\"text\":null}", moderator), ProblemCode.BAD_REQUEST);
        assertThat(call("POST", "/check", text("fF1!|".repeat(WordRules.MAX_TEXT / 5)), moderator)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aFullListTakesNoMore() throws Exception {
        database.sql("""
                        INSERT INTO banned_word (language, word, category, severity)
                        SELECT 'en', 'flotsam' || number, 'spam', 'refuse'
                        FROM generate_series(1, 5000 - (SELECT count(*) FROM banned_word)) AS number
                        """).update();

        assertRefused(call("PUT", "/words/en/flotsamx", SPAM, moderator), ProblemCode.CONFLICT);
        assertThat(call("PUT", "/words/en/flotsam1", SPAM, moderator).statusCode())
                .as("one that is there")
                .isEqualTo(204);
    }

    private TextCheckReply check(String text) throws IOException, InterruptedException {
        HttpResponse<String> answer = call("POST", "/check", text(text), moderator);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.STRICT.readValue(answer.body(), TextCheckReply.class);
    }

    private static String text(String text) {
        return Json.STRICT.writeValueAsString(new TextCheckRequest(text));
    }

    private HttpResponse<String> call(String method, String path, @Nullable String body, String token)
            throws IOException, InterruptedException {
        return api.send(api.request("/api/moderation" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static void assertRefused(HttpResponse<String> answer, ProblemCode code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(code.status());
        assertThat(ApiClient.problem(answer).code()).isEqualTo(code);
    }

    private static OperatorKey key(String hex) {
        return OperatorKey.of(HexFormat.of().parseHex(hex));
    }
}
