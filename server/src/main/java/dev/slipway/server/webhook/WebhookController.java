package dev.slipway.server.webhook;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.webhook.NewWebhook;
import dev.slipway.model.webhook.WebhookDeliveries;
import dev.slipway.model.webhook.WebhookDelivery;
import dev.slipway.model.webhook.WebhookList;
import dev.slipway.model.webhook.WebhookRequest;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.SignedIn;
import dev.slipway.server.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints of whoever is signed in (docs/protocol.md). */
@RestController
@RequestMapping("/api/webhooks")
@Tag(name = "webhooks", description = "Endpoints that are told where publications stand")
class WebhookController {
    private static final int MOST_LISTED = 200;

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @SignedIn
    @Operation(summary = "Sets an endpoint up; the secret is in this answer alone")
    @PostMapping
    ResponseEntity<NewWebhook> create(Caller caller, @RequestBody WebhookRequest body) {
        NewWebhook fresh = webhooks.create(caller, body);
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(fresh);
    }

    @SignedIn
    @GetMapping
    ResponseEntity<WebhookList> list(Caller caller) {
        return unshared(new WebhookList(webhooks.of(caller)));
    }

    @SignedIn
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, Caller caller) {
        webhooks.delete(caller, id);
    }

    @SignedIn
    @Operation(
            summary =
                    "Sends an event of the type webhook.test, once; where it is taken, a disabled endpoint is enabled")
    @PostMapping("/{id}/test")
    ResponseEntity<WebhookDelivery> test(@PathVariable UUID id, Caller caller) {
        WebhookDelivery delivery = webhooks.test(caller, id);
        return ResponseEntity.accepted().cacheControl(CacheControl.noStore()).body(delivery);
    }

    @SignedIn
    @Operation(summary = "What was sent within 30 days and what came of it, newest first")
    @GetMapping("/{id}/deliveries")
    ResponseEntity<WebhookDeliveries> deliveries(
            @PathVariable UUID id,
            Caller caller,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "\"limit\" is a number from 1 to " + MOST_LISTED + ".");
        }
        return unshared(webhooks.deliveries(caller, id, before, limit));
    }

    @SignedIn
    @Operation(summary = "Sends what was delivered or given up once more, under the same webhook-id")
    @PostMapping("/{id}/deliveries/{delivery}/redeliver")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void redeliver(@PathVariable UUID id, @PathVariable UUID delivery, Caller caller) {
        webhooks.redeliver(caller, id, delivery);
    }

    private static <T> ResponseEntity<T> unshared(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
