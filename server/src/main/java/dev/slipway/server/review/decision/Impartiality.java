package dev.slipway.server.review.decision;

import dev.slipway.model.identity.AccountRole;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.identity.Caller;
import dev.slipway.server.identity.KnownAccounts;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publications;
import dev.slipway.server.review.queue.Act;
import dev.slipway.server.review.queue.ActLog;
import dev.slipway.server.review.queue.ReviewCase;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Nobody judges in their own cause, but who runs the server: it may be one person's, and then there is nobody else. */
@Component
class Impartiality {
    private final Publications publications;
    private final ActLog acts;
    private final KnownAccounts accounts;

    Impartiality(Publications publications, ActLog acts, KnownAccounts accounts) {
        this.publications = publications;
        this.acts = acts;
        this.accounts = accounts;
    }

    /**
     * What an author brings against a decision is looked at by another person than the one who made it.
     *
     * @throws ProblemException {@code forbidden} for a moderator who is the film's author, or whose decision it is about
     */
    void require(Caller caller, ReviewCase about) {
        require(caller, about.publication());
        boolean isAboutOwn = !caller.is(AccountRole.OPERATOR)
                && about.kind().isAgainstDecision()
                && acts.contested(about).stream().anyMatch(act -> isBy(caller, act));
        if (isAboutOwn) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN,
                    "The decision that this is about was yours. Somebody else has to look at it.");
        }
    }

    /** @throws ProblemException {@code forbidden} for a moderator who is the film's author */
    void require(Caller caller, PublicationId id) {
        if (isOwn(caller, id)) {
            throw new ProblemException(
                    ProblemCode.FORBIDDEN, "This video is your own. Somebody else has to decide about it.");
        }
    }

    /** Who erased their account and came back has a younger one: then nobody can tell that it was somebody else. */
    private boolean isBy(Caller caller, Act act) {
        UUID decider = act.account();
        return decider != null
                && (decider.equals(caller.account())
                        || accounts.since(decider).isEmpty()
                                && accounts.since(caller.account())
                                        .filter(since -> since.isAfter(act.at()))
                                        .isPresent());
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
