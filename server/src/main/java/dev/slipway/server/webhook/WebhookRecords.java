package dev.slipway.server.webhook;

import dev.slipway.model.webhook.Webhook;
import dev.slipway.server.personal.Person;
import dev.slipway.server.personal.PersonalRecords;
import java.util.List;
import org.springframework.stereotype.Component;

/** The endpoints of an account, without their secrets. */
@Component
class WebhookRecords implements PersonalRecords {
    private final EndpointRows endpoints;

    WebhookRecords(EndpointRows endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public List<Webhook> of(Person person) {
        return endpoints.of(person.account()).stream().map(Endpoint::shown).toList();
    }

    @Override
    public void erase(Person person) {
        // They go with the account, and what was on its way to them with them.
    }
}
