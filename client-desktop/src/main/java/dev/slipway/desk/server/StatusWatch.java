package dev.slipway.desk.server;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;

/** Follows one publication by its events, and by asking where there are none. */
public final class StatusWatch {
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);

    private final ServerApi server;
    private final CancelSignal cancel;
    private final InstantSource clock;

    public StatusWatch(ServerApi server, CancelSignal cancel, InstantSource clock) {
        this.server = server;
        this.cancel = cancel;
        this.clock = clock;
    }

    /**
     * Blocks until the status is as wished.
     *
     * @param wished told every status on the way; may throw to give up
     * @return empty when it was not within the time
     */
    public Optional<PublicationStatus> await(
            PublicationId id, String grant, Predicate<PublicationStatus> wished, Duration atMost) {
        Instant end = clock.instant().plus(atMost);
        while (true) {
            PublicationStatus status = server.status(id, grant);
            if (wished.test(status)) {
                return Optional.of(status);
            }
            if (!clock.instant().isBefore(end)) {
                return Optional.empty();
            }
            Optional<PublicationStatus> heard = listen(id, grant, wished, end);
            if (heard.isPresent()) {
                return heard;
            }
            cancel.pause(BETWEEN_QUESTIONS);
        }
    }

    private Optional<PublicationStatus> listen(
            PublicationId id, String grant, Predicate<PublicationStatus> wished, Instant end) {
        // The client's own list of calls has a call no more once its answer has begun.
        try (StatusEvents.Stream stream = server.events(id, grant);
                var unused = cancel.during(stream::stop)) {
            while (clock.instant().isBefore(end)) {
                Optional<PublicationStatus> status = stream.next();
                if (status.isEmpty() || wished.test(status.get())) {
                    return status;
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            // No events, or the connection broke: the next question tells whether the server is there at all.
            cancel.throwIfCancelled();
            return Optional.empty();
        }
    }
}
