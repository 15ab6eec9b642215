package dev.slipway.server.publication;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Wakes those who follow a publication once a change of it is committed. A wake-up carries nothing: who wakes reads
 * the newest state, so a slow follower skips what is old instead of holding anybody up.
 */
@Component
class StatusFeed {
    private static final int MOST_FOLLOWERS = 2_000;
    static final int MOST_FOLLOWERS_OF_ONE = 50;

    private final Semaphore places = new Semaphore(MOST_FOLLOWERS);
    private final Map<PublicationId, Set<Follower>> followers = new ConcurrentHashMap<>();

    /** @throws ProblemException {@code too-many-requests} when there is no place left; close it to free the place */
    Follower follow(PublicationId id) {
        if (!places.tryAcquire()) {
            throw tooMany();
        }
        Follower follower = new Follower(id);
        boolean added = followers
                .compute(id, (key, known) -> {
                    Set<Follower> all = known == null ? ConcurrentHashMap.newKeySet() : known;
                    if (all.size() < MOST_FOLLOWERS_OF_ONE) {
                        all.add(follower);
                    }
                    return all;
                })
                .contains(follower);
        if (!added) {
            places.release();
            throw tooMany();
        }
        return follower;
    }

    private static ProblemException tooMany() {
        return new ProblemException(
                ProblemCode.TOO_MANY_REQUESTS,
                "Too many follow this already. Ask for the status now and then instead.");
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onContent(ContentChanged changed) {
        wake(changed.publication().id());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onExplained(ContentExplained explained) {
        wake(explained.publication().id());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void onPayment(PaymentChanged changed) {
        wake(changed.publication().id());
    }

    private void wake(PublicationId id) {
        followers.getOrDefault(id, Set.of()).forEach(Follower::wake);
    }

    /** One place in the feed. */
    final class Follower implements AutoCloseable {
        private final PublicationId id;
        private final Semaphore changes = new Semaphore(0);

        private Follower(PublicationId id) {
            this.id = id;
        }

        private void wake() {
            changes.release();
        }

        /** Returns at the next change, or after the time given: another server may have made a change. */
        void await(Duration most) throws InterruptedException {
            if (changes.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
                changes.drainPermits();
            }
        }

        @Override
        public void close() {
            followers.computeIfPresent(id, (key, known) -> {
                if (known.remove(this)) {
                    places.release();
                }
                return known.isEmpty() ? null : known;
            });
        }
    }
}
