package dev.slipway.model.webhook;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose publications an endpoint is told of. */
public enum WebhookScope {
    /** Those that the account's wallets signed. */
    OWN,
    /** All of the server, for operators. */
    ALL;

    /** The text form in JSON and in the database. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
