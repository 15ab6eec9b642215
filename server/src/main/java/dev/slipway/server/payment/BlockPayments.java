package dev.slipway.server.payment;

import java.util.List;

/** What one block holds for us. */
record BlockPayments(List<Credit> credits, List<PaymentReturn> returns) {
    BlockPayments {
        credits = List.copyOf(credits);
        returns = List.copyOf(returns);
    }
}
