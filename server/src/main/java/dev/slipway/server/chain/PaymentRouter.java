package dev.slipway.server.chain;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.RouterContract;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.configuration.ChainSettings;
import dev.slipway.server.configuration.StartRefused;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The payment contract of the settings. Nobody is sent to it before the node has said that it pays the recipient of the
 * settings; it cannot be changed afterwards. Safe for use by many threads.
 */
public final class PaymentRouter implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentRouter.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(5);

    private final ChainClient node;
    private final @Nullable Address contract;
    private final Address recipient;
    private final Duration betweenQuestions;
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean proven;
    private volatile boolean running;

    public PaymentRouter(ChainClient node, ChainSettings settings) {
        this(node, settings, BETWEEN_QUESTIONS);
    }

    PaymentRouter(ChainClient node, ChainSettings settings, Duration betweenQuestions) {
        this.node = node;
        this.betweenQuestions = betweenQuestions;
        this.contract = settings.router();
        this.recipient = settings.recipient();
    }

    /** What is offered beside plain transfers; empty where the settings name none, and while it is not proven. */
    public Optional<Address> proven() {
        return proven ? Optional.ofNullable(contract) : Optional.empty();
    }

    /**
     * Does nothing where the settings name none, and once it is proven.
     *
     * @throws ChainUnavailable while the node does not answer, and when it says that somebody else is paid
     */
    public void prove() {
        objection().ifPresent(objection -> {
            throw new ChainUnavailable(objection);
        });
    }

    /** Why nobody may be sent to it. */
    private Optional<String> objection() {
        Address asked = contract;
        if (asked == null || proven) {
            return Optional.empty();
        }
        Optional<Address> paid = RouterContract.address(node.call(asked, RouterContract.RECIPIENT_CALL));
        if (paid.equals(Optional.of(recipient))) {
            proven = true;
            return Optional.empty();
        }
        return Optional.of("The contract " + asked + " of SLIPWAY_ROUTER "
                + paid.map(other -> "pays " + other).orElse("is no payment contract on this chain")
                + ", and SLIPWAY_RECIPIENT is " + recipient + ". Name the contract that was made for this recipient.");
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
            LOG.warn("Payments over the contract {} are not offered yet: {}", contract, e.getMessage());
            Thread.ofVirtual().name("payment-router").start(this::askUntilProven);
        }
    }

    private void askUntilProven() {
        try {
            while (!proven && !stopped.tryAcquire(betweenQuestions.toMillis(), TimeUnit.MILLISECONDS)) {
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
