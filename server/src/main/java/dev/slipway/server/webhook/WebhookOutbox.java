package dev.slipway.server.webhook;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.webhook.WebhookEvent;
import dev.slipway.model.webhook.WebhookScope;
import dev.slipway.server.identity.Callers;
import dev.slipway.server.publication.ContentChanged;
import dev.slipway.server.publication.ContentExplained;
import dev.slipway.server.publication.PaymentChanged;
import dev.slipway.server.publication.Publication;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes down what endpoints are to be told, in the transaction of the change. It listens first, because the next one
 * to listen may make the next change before this one has been told to everybody.
 */
@Component
class WebhookOutbox {
    private final EndpointRows endpoints;
    private final DeliveryRows deliveries;
    private final Callers callers;
    private final InstantSource clock;

    WebhookOutbox(EndpointRows endpoints, DeliveryRows deliveries, Callers callers, InstantSource clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.callers = callers;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void onContentChanged(ContentChanged changed) {
        tell(changed.publication(), WebhookEvent.type(changed.publication().content()));
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void onContentExplained(ContentExplained explained) {
        if (explained.isInReview()) {
            tell(explained.publication(), WebhookEvent.IN_REVIEW);
        }
    }

    /** Of a payment only its states are told, not each block on top of it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void onPaymentChanged(PaymentChanged changed) {
        Publication publication = changed.publication();
        if (publication.payment().state() != changed.before().state()) {
            tell(publication, WebhookEvent.type(publication.payment().state()));
        }
    }

    /** A draft that nobody signed says of itself who its author is; that one is not told of it. */
    private void tell(Publication publication, String type) {
        if (publication.reference() == null) {
            return;
        }
        Instant now = clock.instant();
        String body = Json.STRICT.writeValueAsString(new WebhookEvent(type, now, standing(publication)));
        UUID author = callers.accountOf(publication.author()).orElse(null);
        endpoints.near(author).stream()
                .filter(endpoint -> endpoint.wants(type))
                .filter(this::isAllowed)
                .forEach(endpoint -> deliveries.insert(UUID.randomUUID(), endpoint.id(), type, body, now));
    }

    /** Who was an operator when the endpoint was set up need not be one today. */
    private boolean isAllowed(Endpoint endpoint) {
        return endpoint.scope() == WebhookScope.OWN
                || callers.caller(endpoint.account()).is(AccountRole.OPERATOR);
    }

    private static WebhookEvent.Standing standing(Publication publication) {
        PublicationStatus.Reason problem = publication.problem();
        return new WebhookEvent.Standing(
                publication.id(),
                publication.version(),
                publication.content(),
                publication.payment().state(),
                problem == null ? null : problem.code());
    }
}
