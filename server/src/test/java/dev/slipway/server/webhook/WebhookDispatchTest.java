package dev.slipway.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.webhook.WebhookDelivery;
import dev.slipway.model.webhook.WebhookDelivery.State;
import dev.slipway.model.webhook.WebhookEvent;
import dev.slipway.model.webhook.WebhookScope;
import dev.slipway.server.outgoing.TestOutgoing;
import dev.slipway.server.testing.Await;
import dev.slipway.server.testing.Receiver;
import dev.slipway.server.testing.SettableClock;
import dev.slipway.server.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** By a clock of the test, with real requests and a real database. */
class WebhookDispatchTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String EVENT = "publication.published";

    private static final DataSource SOURCE = TestDatabase.migrated().dataSource();

    private final JdbcClient database = JdbcClient.create(SOURCE);
    private final SettableClock clock = new SettableClock(NOON);
    private final EndpointRows endpoints = new EndpointRows(database);
    private final DeliveryRows deliveries = new DeliveryRows(database);
    private final WebhookSigner signer = new WebhookSigner("secret".getBytes(StandardCharsets.UTF_8));
    private final WebhookSender sender = new WebhookSender(
            endpoints,
            deliveries,
            TestOutgoing.allowing("127.0.0.1"),
            signer,
            new TransactionTemplate(new JdbcTransactionManager(SOURCE)),
            clock);
    private final WebhookDispatch dispatch = new WebhookDispatch(endpoints, sender, clock);
    private final Receiver receiver = new Receiver();
    private final UUID account = account();
    private final UUID endpoint = endpoint(receiver);

    @AfterEach
    void stop() {
        free();
        dispatch.destroy();
        database.sql("DELETE FROM account").update();
        receiver.close();
    }

    private UUID account() {
        UUID id = UUID.randomUUID();
        database.sql("INSERT INTO account (id, created_at) VALUES (:id, :now)")
                .param("id", id)
                .param("now", NOON.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private UUID endpoint(Receiver at) {
        UUID id = UUID.randomUUID();
        endpoints.insert(
                new Endpoint(id, account, at.url("/hook"), WebhookScope.OWN, List.of(), NOON, null, 0, null, null));
        return id;
    }

    private UUID deliver(UUID to, String event) {
        UUID id = UUID.randomUUID();
        deliveries.insert(id, to, event, "{\"n\":\"" + id + "\"}", clock.instant());
        return id;
    }

    private WebhookDelivery look(UUID delivery) {
        return deliveries.find(delivery, endpoint).orElseThrow();
    }

    private WebhookDelivery afterTry(UUID delivery, int attempts) {
        dispatch.run();
        WebhookDelivery tried = Await.until("try " + attempts, () -> look(delivery), now -> now.attempts() == attempts);
        free();
        return tried;
    }

    /** The turn is over, so the next one may begin. */
    private void free() {
        Await.until(
                "the end of the turn",
                () -> database.sql("SELECT count(*) FROM webhook_endpoint WHERE busy_until > :now")
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single(),
                busy -> busy == 0);
    }

    @Test
    void whatIsTakenIsSignedAndSentOnce() {
        UUID delivery = deliver(endpoint, EVENT);

        WebhookDelivery sent = afterTry(delivery, 1);
        dispatch.run();

        assertThat(sent.state()).isEqualTo(State.DELIVERED);
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.answer()).isEqualTo("thanks");
        assertThat(sent.nextTryAt()).isNull();
        assertThat(receiver.received()).singleElement().satisfies(got -> {
            String body = new String(got.body(), StandardCharsets.UTF_8);
            assertThat(got.headers()).containsAllEntriesOf(signer.headers(endpoint, delivery, NOON, body));
        });
    }

    @Test
    void whatIsNotTakenIsTriedEightTimesWithinADayAndThenDead() {
        receiver.answer(503);
        UUID delivery = deliver(endpoint, EVENT);
        List<WebhookDelivery> tries = new ArrayList<>();

        WebhookDelivery last = afterTry(delivery, 1);
        tries.add(last);
        while (last.state() == State.WAITING) {
            Instant next = Objects.requireNonNull(last.nextTryAt());
            clock.move(Duration.between(clock.instant(), next).minusMillis(1));
            dispatch.run();
            clock.move(Duration.ofMillis(1));
            last = afterTry(delivery, tries.size() + 1);
            tries.add(last);
        }

        assertThat(tries).hasSize(8);
        assertThat(last.state()).isEqualTo(State.DEAD);
        assertThat(last.status()).isEqualTo(503);
        assertThat(Duration.between(NOON, clock.instant())).isBetween(Duration.ofHours(20), Duration.ofHours(26));
        assertThat(receiver.received()).hasSize(8);
        assertThat(receiver.received())
                .extracting(got -> got.header("webhook-id"))
                .containsOnly("msg_" + delivery);
        assertThat(receiver.received())
                .extracting(got -> got.header("webhook-timestamp"))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsDeadCanBeSentAnew() {
        receiver.answer(500);
        UUID test = deliver(endpoint, WebhookEvent.TEST);
        assertThat(afterTry(test, 1).state()).isEqualTo(State.DEAD);
        receiver.answer(204);

        assertThat(deliveries.again(test, endpoint, clock.instant())).isTrue();
        assertThat(deliveries.again(test, endpoint, clock.instant())).isFalse();
        dispatch.run();

        assertThat(Await.until("the second", () -> look(test), now -> now.state() == State.DELIVERED)
                        .attempts())
                .isEqualTo(1);
    }

    @Test
    void anEndpointThatIsGoneIsDisabledUntilATestIsTaken() {
        receiver.answer(410);
        UUID first = deliver(endpoint, EVENT);
        UUID second = deliver(endpoint, EVENT);

        afterTry(first, 1);

        assertThat(look(first).state()).isEqualTo(State.DEAD);
        assertThat(look(second).state()).isEqualTo(State.DEAD);
        assertThat(look(second).attempts()).isZero();
        assertThat(endpoints.find(endpoint).orElseThrow().wants(EVENT)).isFalse();
        assertThat(endpoints.find(endpoint).orElseThrow().disabledReason()).contains("410");
        assertThat(endpoints.near(account)).isEmpty();

        receiver.answer(200);
        afterTry(deliver(endpoint, WebhookEvent.TEST), 1);
        assertThat(endpoints.find(endpoint).orElseThrow().wants(EVENT)).isTrue();
        assertThat(endpoints.near(account)).hasSize(1);
    }

    @Test
    void anEndpointThatTakesNothingForDaysIsDisabled() {
        receiver.answer(500);
        for (int i = 0; i < 9; i++) {
            afterTry(deliver(endpoint, WebhookEvent.TEST), 1);
        }
        clock.move(Duration.ofDays(3).minusSeconds(1));
        afterTry(deliver(endpoint, WebhookEvent.TEST), 1);
        assertThat(endpoints.find(endpoint).orElseThrow().disabledAt()).isNull();

        clock.move(Duration.ofSeconds(1));
        afterTry(deliver(endpoint, WebhookEvent.TEST), 1);

        assertThat(endpoints.find(endpoint).orElseThrow().disabledReason()).contains("3 days");
    }

    @Test
    void oneThatAnswersSlowlyHoldsUpNobodyElse() throws InterruptedException {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        try (Receiver slow = new Receiver()) {
            slow.answer(exchange -> {
                asked.countDown();
                await(mayAnswer);
                Receiver.say(exchange, 200, "");
            });
            UUID slowEndpoint = endpoint(slow);
            UUID held = deliver(slowEndpoint, EVENT);
            dispatch.run();
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

            deliver(slowEndpoint, EVENT);
            UUID quick = deliver(endpoint, EVENT);
            dispatch.run();

            Await.until("the quick one", () -> look(quick), now -> now.state() == State.DELIVERED);
            assertThat(slow.received()).as("one at a time").hasSize(1);
            assertThat(deliveries.find(held, slowEndpoint).orElseThrow().state())
                    .isEqualTo(State.WAITING);
            mayAnswer.countDown();
            Await.until("both slow ones", slow::received, all -> all.size() == 2);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTurnThatWasCutOffIsTakenUpAfterAMinute() {
        UUID delivery = deliver(endpoint, EVENT);
        assertThat(endpoints.take(clock.instant(), clock.instant().plus(WebhookSender.TURN), 5))
                .hasSize(1);

        clock.move(WebhookSender.TURN.minusMillis(1));
        assertThat(endpoints.take(clock.instant(), clock.instant().plus(WebhookSender.TURN), 5))
                .isEmpty();
        clock.move(Duration.ofMillis(1));

        assertThat(afterTry(delivery, 1).state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void anAddressThatCameToLeadInsideIsNotCalled() {
        database.sql("UPDATE webhook_endpoint SET url = 'http://127.0.0.2:1/'").update();
        UUID delivery = deliver(endpoint, EVENT);

        WebhookDelivery tried = afterTry(delivery, 1);

        assertThat(tried.state()).isEqualTo(State.WAITING);
        assertThat(tried.status()).isNull();
        assertThat(tried.answer()).contains("public internet");
    }

    @Test
    void onlyWhatIsOldAndOverIsForgotten() {
        UUID waiting = deliver(endpoint, EVENT);
        UUID dead = deliver(endpoint, EVENT);
        deliveries.giveUp(new DeliveryRows.Try(dead, NOON, null, "nobody there"));

        assertThat(deliveries.deleteMadeBefore(NOON)).isZero();
        assertThat(deliveries.deleteMadeBefore(NOON.plusMillis(1))).isEqualTo(1);

        assertThat(deliveries.find(dead, endpoint)).isEmpty();
        assertThat(deliveries.find(waiting, endpoint)).isPresent();
    }
}
