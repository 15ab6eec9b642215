package dev.slipway.server.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Gives endpoints their turns, many at the same time and each alone, so that one that is slow holds up nobody else; the
 * job that starts them does not wait for them, and its queue stays free for other work.
 */
@Component
class WebhookDispatch implements DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(WebhookDispatch.class);
    private static final int AT_ONCE = 32;

    private final EndpointRows endpoints;
    private final WebhookSender sender;
    private final InstantSource clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
            .name("webhook-", 0)
            // Its turn ends by itself after a minute, and what was due is due still.
            .uncaughtExceptionHandler((thread, e) -> log.warn("A webhook's turn was cut off", e))
            .factory());

    WebhookDispatch(EndpointRows endpoints, WebhookSender sender, InstantSource clock) {
        this.endpoints = endpoints;
        this.sender = sender;
        this.clock = clock;
    }

    /** Starts as many turns as there are places. */
    void run() {
        int free = places.drainPermits();
        int started = 0;
        try {
            if (free > 0) {
                Instant now = clock.instant();
                List<Endpoint> due = endpoints.take(now, now.plus(WebhookSender.TURN), free);
                for (Endpoint endpoint : due) {
                    threads.execute(() -> turn(endpoint));
                    started++;
                }
            }
        } finally {
            places.release(free - started);
        }
    }

    private void turn(Endpoint endpoint) {
        try {
            sender.serve(endpoint);
        } finally {
            places.release();
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
