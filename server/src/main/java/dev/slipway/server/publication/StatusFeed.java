package dev.slipway.server.publication;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Wakes those who follow a publication once a change of it is committed. A wake-up carries nothing: who wakes reads
 * the newest state, so a slow follower skips what is old instead of holding anybody up. Where all places are taken, the
 * client that has the most loses its oldest to one that has fewer.
 */
@Component
class StatusFeed {
    private static final int MOST_FOLLOWERS = 2_000;
    static final int MOST_FOLLOWERS_OF_ONE = 50;

    private final Semaphore places;
    private final AtomicLong comings = new AtomicLong();
    private final Map<PublicationId, Set<Follower>> followers = new ConcurrentHashMap<>();

    StatusFeed() {
        this(MOST_FOLLOWERS);
    }

    /** @param most that follow anything at one time */
    StatusFeed(int most) {
        places = new Semaphore(most);
    }

    /**
     * Close it to free its place.
     *
     * @param client who follows, however that is told
     * @throws ProblemException {@code too-many-requests} when there is no place left for this client
     */
    Follower follow(PublicationId id, String client) {
        if (!places.tryAcquire() && !(makeRoom(client) && places.tryAcquire())) {
            throw tooMany();
        }
        Follower follower = new Follower(id, client, comings.incrementAndGet());
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

    /** Nobody loses a place to a client that would then have as many or more. */
    private boolean makeRoom(String client) {
        Map<String, List<Follower>> byClient = followers.values().stream()
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(follower -> follower.client));
        int own = byClient.getOrDefault(client, List.of()).size();
        Optional<Follower> leaving = byClient.values().stream()
                .max(Comparator.comparingInt(List::size))
                .filter(most -> most.size() > own + 1)
                .flatMap(most -> most.stream().min(Comparator.comparingLong(follower -> follower.coming)));
        leaving.ifPresent(Follower::end);
        return leaving.isPresent();
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
        private final String client;
        private final long coming;
        private final Semaphore changes = new Semaphore(0);
        private volatile boolean ended;

        private Follower(PublicationId id, String client, long coming) {
            this.id = id;
            this.client = client;
            this.coming = coming;
        }

        private void end() {
            ended = true;
            close();
            wake();
        }

        /** Its place is somebody else's now. */
        boolean hasEnded() {
            return ended;
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
