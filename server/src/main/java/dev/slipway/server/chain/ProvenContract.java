package dev.slipway.server.chain;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.StartRefused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * A contract of the settings that is used only once the node has said that it is the right one. What it was proven to be
 * never changes. Safe for use by many threads.
 */
abstract class ProvenContract implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProvenContract.class);
    static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    private final String thread;
    private final Duration betweenQuestions;
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean running;

    /** @param thread the name of the one that asks a node which was away at the start */
    ProvenContract(String thread, Duration betweenQuestions) {
        this.thread = thread;
        this.betweenQuestions = betweenQuestions;
    }

    /** Whether there is nothing to ask, or it was answered. */
    abstract boolean isSettled();

    /**
     * Asks the node, unless it is settled.
     *
     * @return why nobody may be sent to it
     * @throws ChainUnavailable while the node does not answer
     */
    abstract Optional<String> objection();

    /** What is not there yet, for the log. */
    abstract String missing();

    /**
     * Does nothing where the settings name none, and once it is proven.
     *
     * @throws ChainUnavailable while the node does not answer, and when it says that it is another contract
     */
    public void prove() {
        objection().ifPresent(objection -> {
            throw new ChainUnavailable(objection);
        });
    }

    /** Where the node is away at the start, it is asked until it answers. */
    @Override
    public void start() {
        running = true;
        try {
            objection().ifPresent(objection -> {
                throw new StartRefused(ProblemCode.CONFIGURATION, objection);
            });
        } catch (ChainUnavailable e) {
            LOG.warn("{}: {}", missing(), e.getMessage());
            Thread.ofVirtual().name(thread).start(this::askUntilSettled);
        }
    }

    private void askUntilSettled() {
        try {
            while (!isSettled() && !stopped.tryAcquire(betweenQuestions.toMillis(), TimeUnit.MILLISECONDS)) {
                askOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askOnce() {
        try {
            objection().ifPresent(LOG::error);
        } catch (ChainUnavailable e) {
            LOG.debug("The node is still away", e);
        }
    }

    @Override
    public void stop() {
        running = false;
        stopped.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
