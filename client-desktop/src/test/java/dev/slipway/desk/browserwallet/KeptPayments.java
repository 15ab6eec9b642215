package dev.slipway.desk.browserwallet;

import dev.slipway.model.ethereum.Bytes32;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers from one session of a test to the next. */
public final class KeptPayments implements PaymentMemory {
    private final Map<Bytes32, AskedPayment> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<AskedPayment> find(Bytes32 reference) {
        return Optional.ofNullable(kept.get(reference));
    }

    @Override
    public void keep(AskedPayment asked) {
        kept.put(asked.reference(), asked);
    }
}
