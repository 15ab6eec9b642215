package dev.slipway.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.DraftReply;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus.Reason;
import dev.slipway.model.webhook.NewWebhook;
import dev.slipway.model.webhook.Webhook;
import dev.slipway.model.webhook.WebhookDeliveries;
import dev.slipway.model.webhook.WebhookDelivery;
import dev.slipway.model.webhook.WebhookEvent;
import dev.slipway.model.webhook.WebhookList;
import dev.slipway.server.chain.EthereumSignatures;
import dev.slipway.server.chain.OperatorKey;
import dev.slipway.server.publication.PaymentStanding;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.testing.ApiClient;
import dev.slipway.server.testing.Author;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.Receiver;
import dev.slipway.server.testing.ServerTest;
import dev.slipway.server.testing.SignIn;
import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Over real HTTP in both directions. */
@ServerTest
@TestPropertySource(
        properties = {"slipway.operators=0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "slipway.outgoing-allow=127.0.0.1"
        })
class WebhookControllerTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Receiver receiver = new Receiver();
    private final OperatorKey creatorKey = OperatorKey.generate(RANDOM);

    @Autowired
    private EthereumSignatures signatures;

    @Autowired
    private Publications publications;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private ApiClient api;
    private String creator;
    private String operator;

    @BeforeEach
    void signIn() throws Exception {
        api = new ApiClient(port);
        SignIn signIn = new SignIn(api, port, signatures);
        creator = signIn.with(creatorKey);
        operator = signIn.with(SignIn.SECOND);
    }

    @AfterEach
    void tidy() {
        database.sql("DELETE FROM webhook_endpoint").update();
        receiver.close();
    }

    private HttpResponse<String> call(String method, String path, @Nullable String body, String token)
            throws Exception {
        return api.send(api.request("/api/webhooks" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private NewWebhook create(String token, String more) throws Exception {
        HttpResponse<String> reply = call("POST", "", "{\"url\":\"" + receiver.url("/hook") + "\"" + more + "}", token);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("no-store");
        return Json.STRICT.readValue(reply.body(), NewWebhook.class);
    }

    private List<Webhook> list(String token) throws Exception {
        return Json.STRICT
                .readValue(call("GET", "", null, token).body(), WebhookList.class)
                .webhooks();
    }

    private WebhookDeliveries deliveries(UUID endpoint, String query) throws Exception {
        HttpResponse<String> reply = call("GET", "/" + endpoint + "/deliveries" + query, null, creator);
        return Json.STRICT.readValue(reply.body(), WebhookDeliveries.class);
    }

    private PublicationId signedDraft(OperatorKey key) throws Exception {
        Author author = new Author(signatures, key, key.address());
        DraftReply draft = api.draft(author);
        api.signed(author, draft);
        return draft.id();
    }

    private void pay(PublicationId id, PaymentState state, int confirmations) {
        publications.changePayment(id, new PaymentStanding(state, BigInteger.TEN.pow(15), confirmations, null));
    }

    private static WebhookEvent event(Receiver.Received got) {
        return Json.STRICT.readValue(got.body(), WebhookEvent.class);
    }

    private static WebhookEvent.Standing standing(Receiver.Received got) {
        return Objects.requireNonNull(event(got).data());
    }

    private List<Receiver.Received> await(int number) {
        return Await.until(number + " requests", receiver::received, got -> got.size() >= number);
    }

    @Test
    void anAuthorIsToldOfTheirOwnPublicationsWithASignatureThatTheSecretProves() throws Exception {
        NewWebhook hook = create(creator, "");
        PublicationId mine = signedDraft(creatorKey);
        PublicationId another = signedDraft(OperatorKey.generate(RANDOM));
        pay(another, PaymentState.CONFIRMING, 1);

        pay(mine, PaymentState.CONFIRMING, 1);
        pay(mine, PaymentState.CONFIRMING, 2);

        List<Receiver.Received> got = await(2);
        assertThat(got)
                .extracting(one -> event(one).type())
                .containsExactly("payment.confirming", "publication.uploading");
        byte[] key = Base64.getDecoder().decode(hook.secret().substring("whsec_".length()));
        assertThat(got).allSatisfy(one -> {
            String body = new String(one.body(), StandardCharsets.UTF_8);
            assertThat(one.header("webhook-signature"))
                    .isEqualTo(WebhookSigner.signature(
                            key, one.header("webhook-id"), one.header("webhook-timestamp"), body));
            assertThat(standing(one).publicationId()).isEqualTo(mine);
            assertThat(body).doesNotContain(creatorKey.address().hex().substring(2), "reference", "0x", "A ship");
        });
        assertThat(standing(got.getLast()).content()).isEqualTo(ContentState.UPLOADING);
        assertThat(receiver.received()).hasSize(2);
    }

    @Test
    void anOperatorMayBeToldOfAllAndSaysWhichEvents() throws Exception {
        assertThat(ApiClient.problem(
                                call("POST", "", "{\"url\":\"" + receiver.url("/") + "\",\"scope\":\"all\"}", creator))
                        .code())
                .isEqualTo(ProblemCode.FORBIDDEN);
        create(operator, ",\"scope\":\"all\",\"events\":[\"payment.over\",\"publication.cancelled\"]");
        PublicationId id = signedDraft(creatorKey);

        pay(id, PaymentState.CONFIRMING, 1);
        pay(id, PaymentState.OVER, 2);

        assertThat(await(1)).extracting(one -> event(one).type()).containsExactly("payment.over");
    }

    @Test
    void thatAPersonWillLookAtItIsToldAsAnEventOfItsOwn() throws Exception {
        create(creator, ",\"events\":[\"publication.in_review\"]");
        PublicationId id = signedDraft(creatorKey);
        Reason reason = new Reason(ProblemCode.IN_REVIEW, "A person looks at this video before it is shown.");

        publications.explainContent(id, reason);
        publications.explainContent(id, reason);
        publications.explainContent(id, new Reason(ProblemCode.PAYMENT_REQUIRED, "Something else."));

        assertThat(await(1)).singleElement().satisfies(got -> {
            assertThat(event(got).type()).isEqualTo("publication.in_review");
            assertThat(Objects.requireNonNull(event(got).data()).problem()).isEqualTo(ProblemCode.IN_REVIEW);
        });
        assertThat(database.sql("SELECT count(*) FROM webhook_delivery")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsRolledBackIsNotTold() throws Exception {
        NewWebhook hook = create(creator, "");
        PublicationId id = signedDraft(creatorKey);

        transactions.executeWithoutResult(status -> {
            pay(id, PaymentState.CONFIRMING, 1);
            status.setRollbackOnly();
        });

        assertThat(deliveries(hook.id(), "").deliveries()).isEmpty();
    }

    @Test
    void whoeverDraftsInAnothersNameTellsThemNothing() throws Exception {
        NewWebhook hook = create(creator, "");
        PublicationId unsigned = api.draft(new Author(signatures, OperatorKey.generate(RANDOM), creatorKey.address()))
                .id();

        publications.changeContent(unsigned, ContentState.EXPIRED, null);

        assertThat(deliveries(hook.id(), "").deliveries()).isEmpty();
    }

    @Test
    void aTestSaysWhatCameOfItAndCanBeSentAnew() throws Exception {
        NewWebhook hook = create(creator, "");
        receiver.answer(500);

        HttpResponse<String> reply = call("POST", "/" + hook.id() + "/test", null, creator);
        assertThat(reply.statusCode()).isEqualTo(202);
        UUID test = Json.STRICT.readValue(reply.body(), WebhookDelivery.class).id();
        WebhookDelivery dead = awaitState(hook.id(), WebhookDelivery.State.DEAD);
        assertThat(dead.id()).isEqualTo(test);
        assertThat(dead.event()).isEqualTo("webhook.test");
        assertThat(dead.status()).isEqualTo(500);
        assertThat(dead.answer()).isEqualTo("status 500");
        assertThat(list(creator).getFirst().failingSince()).isNotNull();

        receiver.answer(200);
        String again = "/" + hook.id() + "/deliveries/" + test + "/redeliver";
        assertThat(call("POST", again, null, creator).statusCode()).isEqualTo(202);
        awaitState(hook.id(), WebhookDelivery.State.DELIVERED);
        assertThat(list(creator).getFirst().failingSince()).isNull();
        assertThat(receiver.received())
                .hasSize(2)
                .extracting(got -> got.header("webhook-id"))
                .containsOnly("msg_" + test);
    }

    private WebhookDelivery awaitState(UUID endpoint, WebhookDelivery.State state) {
        return Await.until(
                "the delivery to be " + state,
                () -> {
                    try {
                        return deliveries(endpoint, "").deliveries().getFirst();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                delivery -> delivery.state() == state);
    }

    @Test
    void deliveriesComeByPages() throws Exception {
        NewWebhook hook = create(creator, "");
        for (int i = 0; i < 3; i++) {
            call("POST", "/" + hook.id() + "/test", null, creator);
        }

        WebhookDeliveries first = deliveries(hook.id(), "?limit=2");
        WebhookDeliveries second = deliveries(hook.id(), "?limit=2&before=" + first.next());

        assertThat(first.deliveries()).hasSize(2);
        assertThat(second.deliveries()).hasSize(1).doesNotContainAnyElementsOf(first.deliveries());
        assertThat(second.next()).isNull();
        assertThat(call("GET", "/" + hook.id() + "/deliveries?limit=0", null, creator)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anothersWebhookIsNotThere() throws Exception {
        NewWebhook hook = create(creator, "");
        call("POST", "/" + hook.id() + "/test", null, creator);
        UUID delivery = deliveries(hook.id(), "").deliveries().getFirst().id();
        NewWebhook other = create(operator, "");

        assertThat(list(operator)).extracting(Webhook::id).containsExactly(other.id());
        assertThat(call("GET", "/" + hook.id() + "/deliveries", null, operator).statusCode())
                .isEqualTo(404);
        assertThat(call("POST", "/" + hook.id() + "/test", null, operator).statusCode())
                .isEqualTo(404);
        assertThat(call("POST", "/" + hook.id() + "/deliveries/" + delivery + "/redeliver", null, operator)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("POST", "/" + other.id() + "/deliveries/" + delivery + "/redeliver", null, operator)
                        .statusCode())
                .isEqualTo(404);
        assertThat(call("DELETE", "/" + hook.id(), null, operator).statusCode()).isEqualTo(404);
        assertThat(list(creator)).hasSize(1);
        assertThat(call("DELETE", "/" + hook.id(), null, creator).statusCode()).isEqualTo(204);
        assertThat(list(creator)).isEmpty();
        assertThat(api.get("/api/webhooks").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\":\"http://169.254.169.254/latest/meta-data\"}",
                "{\"url\":\"http://127.0.0.2:8080/\"}",
                "{\"url\":\"http://[::1]/\"}",
                "{\"url\":\"https://a:b@example.com/\"}",
                "{\"url\":\"ftp://example.com/\"}",
                "{\"url\":\"\"}"
            })
    void anAddressThatLeadsInsideIsRefusedAtOnce(String body) throws Exception {
        HttpResponse<String> reply = call("POST", "", body, creator);

        assertThat(reply.statusCode()).isEqualTo(422);
        assertThat(ApiClient.problem(reply).violations())
                .singleElement()
                .satisfies(wrong -> assertThat(wrong.field()).isEqualTo("url"));
        assertThat(list(creator)).isEmpty();
    }

    @Test
    void whatIsNoRequestIsSaidToBeNone() throws Exception {
        String url = "\"url\":\"" + receiver.url("/") + "\"";

        assertThat(call("POST", "", "{}", creator).statusCode()).isEqualTo(400);
        assertThat(call("POST", "", "{" + url + ",\"secret\":\"mine\"}", creator)
                        .statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "", "{" + url + ",\"events\":[null]}", creator).statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "", "{" + url + ",\"scope\":\"mine\"}", creator).statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "", "{" + url + ",\"events\":[\"publication.draft\"]}", creator)
                        .statusCode())
                .isEqualTo(422);
        assertThat(call("DELETE", "/not-an-id", null, creator).statusCode()).isEqualTo(404);
    }

    @Test
    void anAccountHasTenEndpointsAndTwentyTestsAnHour() throws Exception {
        NewWebhook hook = create(creator, ",\"events\":[\"payment.over\"]");
        for (int i = 1; i < 10; i++) {
            create(creator, "");
        }
        assertThat(call("POST", "", "{\"url\":\"" + receiver.url("/") + "\"}", creator)
                        .statusCode())
                .isEqualTo(429);
        for (int i = 0; i < 20; i++) {
            assertThat(call("POST", "/" + hook.id() + "/test", null, creator).statusCode())
                    .isEqualTo(202);
        }
        assertThat(call("POST", "/" + hook.id() + "/test", null, creator).statusCode())
                .isEqualTo(429);
    }
}
