package dev.slipway.server.refund;

import dev.slipway.model.publication.PaymentState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is owed for one reference.
 *
 * @param list one entry for each coin and token of which something is owed or was returned, the chain's own coin first
 * @param state of the payment, where it buys nothing any more; null where the chain's word stands
 */
public record Refunds(List<Refund> list, @Nullable PaymentState state) {
    public Refunds {
        list = List.copyOf(list);
    }
}
