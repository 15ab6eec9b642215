package dev.slipway.server.webhook;

import dev.slipway.model.encoding.Json;
import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.problem.Violation;
import dev.slipway.model.webhook.NewWebhook;
import dev.slipway.model.webhook.Webhook;
import dev.slipway.model.webhook.WebhookDeliveries;
import dev.slipway.model.webhook.WebhookDelivery;
import dev.slipway.model.webhook.WebhookEvent;
import dev.slipway.model.webhook.WebhookRequest;
import dev.slipway.model.webhook.WebhookScope;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.outgoing.AddressRefused;
import dev.slipway.server.outgoing.OutgoingHttp;
import dev.slipway.server.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What owners of endpoints do with them. Somebody else's endpoint is one that does not exist. */
@Service
class Webhooks {
    private static final int MOST_OF_AN_ACCOUNT = 10;
    private static final int MOST_TESTS = 20;
    private static final Duration TESTS_WITHIN = Duration.ofHours(1);

    private final EndpointRows endpoints;
    private final DeliveryRows deliveries;
    private final OutgoingHttp http;
    private final WebhookSigner signer;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Webhooks(
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

    /** Looks the address up before anything is written. */
    NewWebhook create(Caller caller, WebhookRequest request) {
        if (request.scopeOrOwn() == WebhookScope.ALL && !caller.is(AccountRole.OPERATOR)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "The scope \"all\" needs the role \"" + AccountRole.OPERATOR.text() + "\".");
        }
        Endpoint fresh = new Endpoint(
                UUID.randomUUID(),
                caller.account(),
                checkedUrl(request.url()),
                request.scopeOrOwn(),
                checkedEvents(request.eventsOrAll()),
                clock.instant(),
                null,
                0,
                null,
                null);
        transactions.executeWithoutResult(status -> insert(fresh));
        return new NewWebhook(fresh.id(), signer.secret(fresh.id()));
    }

    private void insert(Endpoint fresh) {
        if (endpoints.countAlone(fresh.account()) >= MOST_OF_AN_ACCOUNT) {
            throw new ProblemException(
                    ProblemCode.QUOTA_EXCEEDED,
                    "An account has at most " + MOST_OF_AN_ACCOUNT + " webhooks. Delete one first.");
        }
        endpoints.insert(fresh);
    }

    private String checkedUrl(String url) {
        try {
            return http.check(url);
        } catch (AddressRefused e) {
            throw refused("url", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> checkedEvents(List<String> events) {
        for (String event : events) {
            if (!WebhookEvent.TYPES.contains(event)) {
                throw refused(
                        "events",
                        "There is no such event; there are "
                                + String.join(
                                        ", ",
                                        WebhookEvent.TYPES.stream().sorted().toList())
                                + ".");
            }
        }
        return events.stream().distinct().sorted().toList();
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(ProblemCode.INVALID_FORM, message, List.of(new Violation(field, message)));
    }

    List<Webhook> of(Caller caller) {
        return endpoints.of(caller.account()).stream().map(Endpoint::shown).toList();
    }

    void delete(Caller caller, UUID id) {
        if (!endpoints.delete(id, caller.account())) {
            throw notFound();
        }
    }

    /** Also where it is disabled: whoever has repaired an endpoint tries it. */
    WebhookDelivery test(Caller caller, UUID id) {
        Endpoint endpoint = owned(caller, id);
        Instant now = clock.instant();
        if (deliveries.count(caller.account(), WebhookEvent.TEST, now.minus(TESTS_WITHIN)) >= MOST_TESTS) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_REQUESTS, "There are at most " + MOST_TESTS + " tests in an hour.");
        }
        UUID delivery = UUID.randomUUID();
        String body = Json.STRICT.writeValueAsString(new WebhookEvent(WebhookEvent.TEST, now, null));
        deliveries.insert(delivery, endpoint.id(), WebhookEvent.TEST, body, now);
        return deliveries.find(delivery, endpoint.id()).orElseThrow(Webhooks::notFound);
    }

    /** @param before a number that a page gave */
    WebhookDeliveries deliveries(Caller caller, UUID id, long before, int limit) {
        List<DeliveryRows.Numbered> page = deliveries.page(owned(caller, id).id(), before, limit);
        return new WebhookDeliveries(
                page.stream().map(DeliveryRows.Numbered::delivery).toList(),
                page.size() < limit ? null : page.getLast().number());
    }

    void redeliver(Caller caller, UUID id, UUID delivery) {
        Endpoint endpoint = owned(caller, id);
        if (deliveries.find(delivery, endpoint.id()).isEmpty()) {
            throw notFound();
        }
        if (!deliveries.again(delivery, endpoint.id(), clock.instant())) {
            throw new ProblemException(ProblemCode.WRONG_STATE, "This waits to be sent already.");
        }
    }

    private Endpoint owned(Caller caller, UUID id) {
        return endpoints
                .find(id)
                .filter(endpoint -> endpoint.account().equals(caller.account()))
                .orElseThrow(Webhooks::notFound);
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "You have no such webhook, or it has no such delivery.");
    }
}
