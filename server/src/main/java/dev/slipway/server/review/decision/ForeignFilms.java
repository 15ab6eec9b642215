package dev.slipway.server.review.decision;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publications;
import org.springframework.stereotype.Component;

/** Nobody judges in their own cause, but who runs the server: it may be one person's, and then there is nobody else. */
@Component
class ForeignFilms {
    private final Publications publications;

    ForeignFilms(Publications publications) {
        this.publications = publications;
    }

    /** @throws ProblemException {@code forbidden} for a moderator who is the film's author */
    void require(Caller caller, PublicationId id) {
        boolean isOwn = publications
                .find(id)
                .filter(publication -> caller.wallets().contains(publication.author()))
                .isPresent();
        if (isOwn && !caller.is(AccountRole.OPERATOR)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "This video is your own. Somebody else has to decide about it.");
        }
    }
}
