package dev.slipway.server.payment.ledger;

import java.util.List;

/** What one block holds for us. */
public record BlockPayments(List<Credit> credits, List<PaymentReturn> returns) {
    public BlockPayments {
        credits = List.copyOf(credits);
        returns = List.copyOf(returns);
    }
}
