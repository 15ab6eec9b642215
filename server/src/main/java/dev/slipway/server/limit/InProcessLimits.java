package dev.slipway.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.server.configuration.LimitSettings;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A token bucket for each client, in this process. Buckets of who has been silent for a window are whole and forgotten; of
 * more clients than there is room for, those who ask seldom are forgotten first, which costs nobody anything.
 */
final class InProcessLimits implements RequestLimits {
    /** Some 20 MB; more clients a minute than that are no matter of counting requests. */
    static final int MOST_CLIENTS = 50_000;

    private final LimitSettings settings;
    private final TimeMeter time;
    private final Cache<Key, Bucket> buckets;

    InProcessLimits(LimitSettings settings, TimeMeter time) {
        this.settings = settings;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(WINDOW)
                .ticker(time::currentTimeNanos)
                .executor(Runnable::run)
                .build();
    }

    private record Key(Quota quota, String client) {}

    @Override
    public Optional<Count> take(Quota quota, String client) {
        int most = quota.of(settings);
        if (most == 0) {
            return Optional.empty();
        }
        Bucket bucket = Objects.requireNonNull(buckets.get(new Key(quota, client), key -> whole(most)));
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return Optional.of(new Count(
                quota,
                probe.isConsumed(),
                most,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset())));
    }

    /** Clients that are remembered at the moment. */
    long clients() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket whole(int most) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }
}
