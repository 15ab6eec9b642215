package dev.slipway.server.webhook;

import dev.slipway.server.outgoing.Delivered;
import dev.slipway.server.outgoing.OutgoingHttp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what is due to one endpoint, one request after the other, and notes what came of each. */
@Component
class WebhookSender {
    private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);

    /** Longer than a request can take. When the server dies meanwhile, the same is sent once more after it. */
    static final Duration TURN = Duration.ofMinutes(1);

    private static final int MOST_IN_A_TURN = 20;
    private static final int GONE = 410;
    private static final Duration FAILING_FOR = Duration.ofDays(3);
    private static final int FAILING_TRIES = 10;

    private final EndpointRows endpoints;
    private final DeliveryRows deliveries;
    private final OutgoingHttp http;
    private final WebhookSigner signer;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    WebhookSender(
            EndpointRows endpoints,
            DeliveryRows deliveries,
            OutgoingHttp http,
            WebhookSigner signer,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.http = http;
        this.signer = signer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Ends with the first request that comes to nothing, so that others get their turn. */
    void serve(Endpoint endpoint) {
        boolean isTaken = true;
        for (int sent = 0; sent < MOST_IN_A_TURN && isTaken; sent++) {
            Optional<Delivery> due = deliveries.due(endpoint.id(), clock.instant());
            if (due.isEmpty()) {
                break;
            }
            endpoints.busyUntil(endpoint.id(), clock.instant().plus(TURN));
            isTaken = send(endpoint, due.get());
        }
        endpoints.busyUntil(endpoint.id(), clock.instant());
    }

    private boolean send(Endpoint endpoint, Delivery delivery) {
        Instant now = clock.instant();
        byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
        Delivered result =
                http.post(endpoint.url(), signer.headers(endpoint.id(), delivery.id(), now, delivery.body()), body);
        if (Thread.currentThread().isInterrupted()) {
            // The server stops. Whether it arrived is not known, so it is sent again.
            return false;
        }
        return switch (result) {
            case Delivered.Answered answered
            when answered.isSuccess() -> {
                noteSuccess(
                        endpoint.id(),
                        new DeliveryRows.Try(delivery.id(), now, answered.status(), answered.beginning()));
                yield true;
            }
            case Delivered.Answered answered -> {
                noteFailure(
                        endpoint.id(),
                        delivery,
                        new DeliveryRows.Try(delivery.id(), now, answered.status(), answered.beginning()));
                yield false;
            }
            case Delivered.Failed failed -> {
                noteFailure(endpoint.id(), delivery, new DeliveryRows.Try(delivery.id(), now, null, failed.reason()));
                yield false;
            }
        };
    }

    /** The endpoint's row first, as its deletion takes them: two that began at different ends would wait for each other. */
    private void noteSuccess(UUID endpoint, DeliveryRows.Try made) {
        transactions.executeWithoutResult(status -> {
            endpoints.succeeded(endpoint);
            deliveries.delivered(made);
        });
    }

    private void noteFailure(UUID endpoint, Delivery delivery, DeliveryRows.Try made) {
        transactions.executeWithoutResult(status -> {
            Optional<Endpoint> failing = endpoints.failed(endpoint, made.at());
            Optional<Duration> pause =
                    delivery.isTest() ? Optional.empty() : RetryPlan.pauseAfter(delivery.attempts() + 1);
            pause.ifPresentOrElse(
                    length -> deliveries.tryAgain(made, made.at().plus(length)), () -> deliveries.giveUp(made));
            failing.ifPresent(known -> disableIfHopeless(known, made));
        });
    }

    private void disableIfHopeless(Endpoint endpoint, DeliveryRows.Try made) {
        Instant since = endpoint.failingSince();
        if (made.status() != null && made.status() == GONE) {
            disable(endpoint, made.at(), "It answered 410: there is nothing there any more.");
        } else if (since != null
                && !since.isAfter(made.at().minus(FAILING_FOR))
                && endpoint.failures() >= FAILING_TRIES) {
            disable(
                    endpoint,
                    made.at(),
                    "It took nothing for " + FAILING_FOR.toDays() + " days, in " + endpoint.failures() + " tries.");
        }
    }

    private void disable(Endpoint endpoint, Instant now, String reason) {
        endpoints.disable(endpoint.id(), now, reason);
        deliveries.giveUpAll(endpoint.id());
        log.info("Webhook {} is disabled: {}", endpoint.id(), reason);
    }
}
