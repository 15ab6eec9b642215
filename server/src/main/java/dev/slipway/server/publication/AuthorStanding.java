package dev.slipway.server.publication;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.publication.PublicationStatus;
import java.util.Optional;

/**
 * Whether an author may publish here for now; implemented where breaches of the rules are counted. Asked of who has
 * signed, so that nobody learns it of others, and before anything is paid.
 */
public interface AuthorStanding {

    /** Why not; empty where they may. */
    Optional<PublicationStatus.Reason> refusal(Address author);
}
