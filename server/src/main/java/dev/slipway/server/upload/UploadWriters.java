package dev.slipway.server.upload;

import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;

/** The connections that may send bytes to this server at the same moment. Thread-safe. */
final class UploadWriters {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    private final UploadLimits limits;
    private final Semaphore all;
    private final ConcurrentMap<PublicationId, Integer> busy = new ConcurrentHashMap<>();

    UploadWriters(UploadLimits limits) {
        this.limits = limits;
        this.all = new Semaphore(limits.writers());
    }

    /**
     * Whoever enters has to {@link #leave}.
     *
     * @throws ProblemException {@code too-many-requests} when the server or the publication has enough writers
     */
    void enter(PublicationId publication) {
        int ofPublication = busy.merge(publication, 1, Math::addExact);
        if (ofPublication > limits.writersPerPublication()) {
            forget(publication);
            throw tooMany("This server takes " + limits.writersPerPublication()
                    + " files of one publication at the same moment. Wait until one of them has arrived.");
        }
        if (!all.tryAcquire()) {
            forget(publication);
            throw tooMany(
                    "This server takes " + limits.writers() + " uploads at the same moment. Try again in a while.");
        }
    }

    void leave(PublicationId publication) {
        all.release();
        forget(publication);
    }

    private void forget(PublicationId publication) {
        busy.computeIfPresent(publication, (id, count) -> count == 1 ? null : count - 1);
    }

    private static ProblemException tooMany(String detail) {
        return new ProblemException(ProblemCode.TOO_MANY_REQUESTS, detail, A_MOMENT);
    }
}
