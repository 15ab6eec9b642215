package dev.slipway.server.verification;

import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.publication.Publication;
import java.util.List;
import java.util.Optional;

/** Checks the stored files of one publication against its manifest, in a worker process. Blocking; may take minutes. */
public interface Verifier {

    /**
     * Idempotent: a second call for the same publication gives the same verdict. Does not wait for a worker to be free.
     *
     * @return nothing while all workers are busy with other publications
     * @throws VerificationInterrupted when another try, later, may help. A file that ends the worker twice is refused;
     *     a machine on which no worker can be started refuses nobody
     */
    Optional<Verdict> verify(Publication publication);

    /** The outcome of a check. */
    sealed interface Verdict {
        /** Everything holds; the indexes for serving are stored. The sentences tell what was checked. */
        record Accepted(List<String> checks) implements Verdict {}

        /** Something does not hold, for the reason given. */
        record Refused(PublicationStatus.Reason reason) implements Verdict {}
    }

    /** The worker failed in a way that says nothing about the file, or was killed for the first time. */
    final class VerificationInterrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public VerificationInterrupted(String message) {
            super(message);
        }
    }
}
