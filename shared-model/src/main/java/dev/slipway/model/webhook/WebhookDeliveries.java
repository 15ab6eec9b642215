package dev.slipway.model.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/webhooks/{id}/deliveries}.
 *
 * @param deliveries newest first
 * @param next {@code before} of the next page, absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookDeliveries(
        List<WebhookDelivery> deliveries, @Nullable Long next) {
    public WebhookDeliveries {
        deliveries = List.copyOf(deliveries);
    }
}
