package dev.slipway.server.webhook;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much is to be told to endpoints, and what none of them took. */
@Component
public class WebhookCounts {
    private final JdbcClient database;

    WebhookCounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * Deliveries of all endpoints.
     *
     * @param waiting for their first or next try
     * @param dead given up within the last 30 days
     */
    public record Deliveries(long waiting, long dead) {}

    public Deliveries now() {
        return database.sql("""
                        SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
                               count(*) FILTER (WHERE state = 'dead') AS dead
                        FROM webhook_delivery WHERE state <> 'delivered'
                        """).query(Deliveries.class).single();
    }
}
