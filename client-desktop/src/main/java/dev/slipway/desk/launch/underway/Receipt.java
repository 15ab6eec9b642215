package dev.slipway.desk.launch.underway;

import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.server.ReceivedDraft;
import dev.slipway.desk.server.ServerOrigin;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.model.terms.Terms;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed and how it was paid.
 *
 * @param transaction null when somebody else paid, and nobody said how
 * @param surplus in the unit of the price: what came beyond the price and was not returned yet, as far as it is known
 * @param refundTo where it has to be returned to
 */
public record Receipt(
        Terms terms, Bytes32 reference, @Nullable Bytes32 transaction, BigInteger surplus, Address refundTo) {

    /** @param entry of a launch that has an offer */
    static ServerOrigin server(JournalEntry entry) {
        return ServerOrigin.parse(ReceivedDraft.parse(Objects.requireNonNull(entry.draft()))
                .terms()
                .audience());
    }

    /** @param entry of a launch that was signed */
    static Receipt of(JournalEntry entry) {
        return of(entry, null);
    }

    /** @param seen what the server sees of the payment */
    static Receipt of(JournalEntry entry, PublicationStatus.@Nullable Payment seen) {
        Terms terms = ReceivedDraft.parse(Objects.requireNonNull(entry.draft())).terms();
        JournalEntry.Signing signing = Objects.requireNonNull(entry.signing());
        BigInteger surplus = seen == null ? BigInteger.ZERO : seen.surplus();
        return new Receipt(
                terms,
                signing.reference(),
                entry.transaction().orElseGet(() -> told(entry, seen)),
                surplus,
                signing.refundTo());
    }

    private static @Nullable Bytes32 told(JournalEntry entry, PublicationStatus.@Nullable Payment seen) {
        if (seen != null) {
            return seen.transactionHash();
        }
        Published published = entry.published();
        return published == null ? null : published.transactionHash();
    }
}
