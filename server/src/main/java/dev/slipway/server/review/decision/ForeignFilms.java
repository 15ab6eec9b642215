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
        if (isOwn(caller, id)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "This video is your own. Somebody else has to decide about it.");
        }
    }

    /** Of a moderator; who runs the server is nobody's judge but their own. */
    boolean isOwn(Caller caller, PublicationId id) {
        return !caller.is(AccountRole.OPERATOR)
                && publications
                        .find(id)
                        .filter(publication -> caller.wallets().contains(publication.author()))
                        .isPresent();
    }
}
