package dev.slipway.server.payment;

import dev.slipway.server.chain.ChainWatch;
import dev.slipway.server.payment.ledger.Ledger;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * A node that is away or gives no blocks makes the payments late, not the server ill: its status is unknown then, with
 * the reason. So it is where another server watches.
 */
final class ChainHealth implements HealthIndicator, ChainWatch {
    private final PaymentWatcher watcher;
    private final Ledger ledger;

    ChainHealth(PaymentWatcher watcher, Ledger ledger) {
        this.watcher = watcher;
        this.ledger = ledger;
    }

    /** Where another server watches, this one has not failed. */
    @Override
    public boolean isFailing() {
        return watcher.state().failures() > 0;
    }

    @Override
    public Health health() {
        PaymentWatcher.State state = watcher.state();
        String trouble = state.trouble();
        Health.Builder health = trouble == null ? Health.up() : Health.unknown().withDetail("trouble", trouble);
        ledger.cursor().ifPresent(cursor -> health.withDetail("block", cursor.number()));
        return health.withDetail("reachedAt", state.reachedAt()).build();
    }
}
