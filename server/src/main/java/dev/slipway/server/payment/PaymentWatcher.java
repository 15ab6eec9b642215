package dev.slipway.server.payment;

import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.payment.reading.ChainReplaced;
import dev.slipway.server.payment.standing.PaymentsUntold;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/** Looks at the chain again and again, sooner when it is woken, less often while the node is away. */
final class PaymentWatcher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentWatcher.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_AFTER = Duration.ofMinutes(1);
    private static final Duration STOP_WAIT = Duration.ofSeconds(2);

    private static final String STOOD_ASIDE =
            "Another server of this database watches the payments; this one takes over when that one ends";

    /** Whether this server is one of those that watch. */
    enum Startup {
        WITH_THE_SERVER,
        NEVER
    }

    private final Startup startup;
    private final PaymentPass pass;
    private final WatcherLock lock;
    private final InstantSource clock;
    private final Duration interval;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile State state;
    private volatile @Nullable Thread thread;

    /**
     * What the last looks found.
     *
     * @param reachedAt when the node last answered whatever was asked, or the watcher began
     * @param trouble what went wrong since; null while nothing did
     */
    record State(Instant reachedAt, int failures, @Nullable String trouble) {}

    PaymentWatcher(PaymentPass pass, WatcherLock lock, InstantSource clock, Duration interval, Startup startup) {
        this.startup = startup;
        this.pass = pass;
        this.lock = lock;
        this.clock = clock;
        this.interval = interval;
        this.state = new State(clock.instant(), 0, null);
    }

    State state() {
        return state;
    }

    /** Looks again at once. */
    void wake() {
        wakeUp.release();
    }

    /** One look; never throws for a node or a database that is away. */
    void look() {
        try {
            if (lock.runAlone(pass::run)) {
                reached();
            } else {
                standAside();
            }
        } catch (PaymentsUntold e) {
            // The chain was read, so nothing is unknown, and the others hardly wait longer.
            failed("Not all payments are told: ", String.valueOf(e.getMessage()), clock.instant(), 1);
        } catch (ChainUnavailable | ChainReplaced e) {
            failed(String.valueOf(e.getMessage()));
            markUnknownWhenLong();
        } catch (DataAccessException | SQLException e) {
            LOG.debug("The watcher's database failed", e);
            failed("The database does not answer: " + e.getMessage());
        }
    }

    private void reached() {
        if (state.trouble() != null) {
            LOG.info("Payments are watched");
        }
        state = new State(clock.instant(), 0, null);
    }

    /** Whether the other server gets anywhere is for it to say; this one has seen nothing of the chain. */
    private void standAside() {
        if (!STOOD_ASIDE.equals(state.trouble())) {
            LOG.info(STOOD_ASIDE);
        }
        state = new State(state.reachedAt(), 0, STOOD_ASIDE);
    }

    private void failed(String trouble) {
        failed("Payments cannot be watched for now: ", trouble, state.reachedAt(), state.failures() + 1);
    }

    private void failed(String what, String trouble, Instant reachedAt, int failures) {
        if (!trouble.equals(state.trouble())) {
            LOG.warn("{}{}", what, trouble);
        }
        state = new State(reachedAt, failures, trouble);
    }

    private void markUnknownWhenLong() {
        if (state.reachedAt().plus(UNKNOWN_AFTER).isBefore(clock.instant())) {
            try {
                // Where another server has the lock, it is that one's to say.
                var unused = lock.runAlone(pass::markUnknown);
            } catch (PaymentsUntold | DataAccessException | SQLException e) {
                LOG.warn("Payments could not be marked as unknown: {}", e.getMessage());
            }
        }
    }

    /** Doubles with every failure. */
    Duration pause() {
        int doublings = Math.min(state.failures(), 10);
        Duration longer = interval.multipliedBy(1L << doublings);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }

    private void watch() {
        while (thread == Thread.currentThread()) {
            try {
                look();
                // Woken or not, the next look is due; several calls to wake up are one.
                var unused = wakeUp.tryAcquire(pause().toNanos(), TimeUnit.NANOSECONDS);
                wakeUp.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // The thread's boundary: an error in one look, such as too little memory, must not end the watch.
                LOG.error("Looking at the chain failed", e);
                failed("Looking at the chain failed; the log says why");
            }
        }
    }

    @Override
    public synchronized void start() {
        Thread started = Thread.ofVirtual().name("payment-watcher").unstarted(this::watch);
        thread = started;
        started.start();
    }

    /** Not interrupted in the middle of a block: what is under way is short, and committed whole or not at all. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        wake();
        try {
            if (!running.join(STOP_WAIT)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAutoStartup() {
        return startup == Startup.WITH_THE_SERVER;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
