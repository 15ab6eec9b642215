package dev.slipway.desk.launch.underway;

import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.terms.Terms;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed and how it was paid.
 *
 * @param transaction null when somebody else paid
 */
public record Receipt(
        Terms terms, Bytes32 reference, @Nullable Bytes32 transaction) {

    /** @param entry of a launch that has an offer */
    static ServerOrigin server(JournalEntry entry) {
        return ServerOrigin.parse(ReceivedDraft.parse(Objects.requireNonNull(entry.draft()))
                .terms()
                .audience());
    }

    /** @param entry of a launch that was signed */
    static Receipt of(JournalEntry entry) {
        return new Receipt(
                ReceivedDraft.parse(Objects.requireNonNull(entry.draft())).terms(),
                Objects.requireNonNull(entry.signing()).reference(),
                entry.transaction().orElse(null));
    }
}
