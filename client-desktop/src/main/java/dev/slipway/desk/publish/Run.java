package dev.slipway.desk.publish;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.ethereum.Chain;
import dev.slipway.desk.ethereum.Signer;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.publish.journal.Journal;
import dev.slipway.desk.publish.journal.JournalEntry;
import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.desk.server.ServerApi;
import dev.slipway.desk.server.StatusWatch;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.publication.ContentState;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.model.publication.PublicationStatus;
import org.jspecify.annotations.Nullable;

/** One publication under way: what every step needs. */
record Run(
        PublishRequest request,
        Workbench bench,
        Signer author,
        CancelSignal cancel,
        Steps steps,
        ServerApi server,
        Address operator,
        Chain chain,
        Journal journal) {

    StatusWatch watch() {
        return new StatusWatch(server, cancel, bench.clock());
    }

    PublicationId publication() {
        return agreed(journal.entry().draft() == null ? null : draft().reply().id());
    }

    ReceivedDraft draft() {
        return ReceivedDraft.parse(agreed(journal.entry().draft()));
    }

    JournalEntry.Signing signing() {
        return agreed(journal.entry().signing());
    }

    String grant() {
        return agreed(journal.entry().grant());
    }

    PublicationStatus status() {
        return server.status(publication(), grant());
    }

    /** @throws DeskException when the publication ended in a way that only a person can change */
    static void requireAlive(PublicationStatus status) {
        ContentState content = status.content();
        if (content == ContentState.PUBLISHED || !content.isSettled() && content != ContentState.HELD) {
            return;
        }
        PublicationStatus.@Nullable Reason reason = status.problem();
        String why = reason == null ? "." : ": " + reason.message();
        throw new DeskException(
                reason == null ? ProblemCode.WRONG_STATE : reason.code(),
                "The publication " + status.id() + " is " + content.text() + why);
    }

    private static <T> T agreed(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a step ran before the one that it builds on");
        }
        return value;
    }
}
