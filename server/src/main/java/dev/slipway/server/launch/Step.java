package dev.slipway.server.launch;

import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.publication.Publication;

/**
 * One piece of work on one publication as it stood at one version: the name of a job. The same step of the same
 * revision is never queued twice.
 *
 * @param attempt counts from 1; a verification that finds no free worker is queued anew as the next
 */
record Step(PublicationId publication, long revision, int attempt) {
    static final String VERIFY = "verify";
    static final String MODERATE = "moderate";

    static Step of(Publication publication) {
        return new Step(publication.id(), publication.version(), 1);
    }

    /** @throws IllegalArgumentException unless {@link #instance()} made the text */
    static Step parse(String instance) {
        String[] parts = instance.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a step: " + instance);
        }
        return new Step(PublicationId.parse(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
    }

    String instance() {
        return publication + ":" + revision + ":" + attempt;
    }

    Step again() {
        return new Step(publication, revision, Math.addExact(attempt, 1));
    }

    /** Whether the publication still waits for this step: it may have been cancelled, or gone on, meanwhile. */
    boolean isDue(Publication now, ContentState waiting) {
        return now.content() == waiting && now.id().equals(publication);
    }
}
