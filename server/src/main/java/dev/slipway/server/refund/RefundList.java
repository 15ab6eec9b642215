package dev.slipway.server.refund;

import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.ethereum.PaymentUri;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.server.chain.ChainClient;
import dev.slipway.server.chain.ChainEndpoint;
import dev.slipway.server.chain.ChainUnavailable;
import dev.slipway.server.problem.ProblemException;
import dev.slipway.server.publication.Publication;
import dev.slipway.server.publication.Publications;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the operator owes, to whom, and how to return it. */
@Component
class RefundList {
    private final RefundBook book;
    private final Publications publications;
    private final ReturnClaims claims;
    private final ChainClient node;
    private final ChainEndpoint chain;
    private final JdbcClient database;

    RefundList(
            RefundBook book,
            Publications publications,
            ReturnClaims claims,
            ChainClient node,
            ChainEndpoint chain,
            JdbcClient database) {
        this.book = book;
        this.publications = publications;
        this.claims = claims;
        this.node = node;
        this.chain = chain;
        this.database = database;
    }

    OperatorRefunds page(RefundBook.Kind kind, long after, int limit) {
        List<RefundBook.Entry> entries = book.page(kind, after, limit);
        List<OperatorRefund> refunds =
                entries.stream().flatMap(entry -> refund(entry).stream()).toList();
        return new OperatorRefunds(
                refunds, entries.size() < limit ? null : entries.getLast().id());
    }

    private Optional<OperatorRefund> refund(RefundBook.Entry entry) {
        return publications.findByReference(entry.reference()).flatMap(publication -> refund(entry, publication));
    }

    private Optional<OperatorRefund> refund(RefundBook.Entry entry, Publication publication) {
        return Optional.ofNullable(publication.refundTo()).map(refundTo -> refund(entry, publication, refundTo));
    }

    private OperatorRefund refund(RefundBook.Entry entry, Publication publication, Address refundTo) {
        Refund refund = entry.refund();
        boolean isOwed = refund.owed().signum() > 0;
        boolean isBare = isOwed && refund.token() == null && hasCode(refundTo);
        @Nullable
        RefundTransaction transaction = isBare
                ? RefundTransaction.bare(chain.chainId(), refundTo, refund)
                : isOwed ? RefundTransaction.of(chain.chainId(), refundTo, entry.reference(), refund) : null;
        return new OperatorRefund(
                entry.id(),
                publication.id(),
                publication.form().title(),
                entry.reference(),
                refundTo,
                refund.token(),
                refund.owed().toString(),
                refund.returned().toString(),
                refund.reason(),
                entry.since(),
                isAppealed(publication),
                refund.transactions(),
                transaction,
                isBare ? PaymentUri.ofTransfer(chain.chainId(), refundTo, refund.owed()) : null);
    }

    private boolean isAppealed(Publication publication) {
        return database.sql("""
                        select exists (
                            select from review_case
                            where publication_id = :id and kind = 'appeal' and closed_at is null)""")
                .param("id", publication.id().uuid())
                .query(Boolean.class)
                .single();
    }

    private boolean hasCode(Address refundTo) {
        try {
            return node.hasCode(refundTo);
        } catch (ChainUnavailable e) {
            throw new ProblemException(
                    ProblemCode.CHAIN_UNAVAILABLE,
                    "The chain's node does not answer, so that nobody knows which addresses are contracts. Ask again later.");
        }
    }

    /**
     * Takes the operator's word, once the chain bears it out, that this transaction returned what is owed in coin.
     *
     * @throws ProblemException {@code not-found}, {@code wrong-state}, {@code bad-request} or {@code conflict}
     */
    void claim(Bytes32 reference, Bytes32 transactionHash) {
        Publication publication = publications
                .findByReference(reference)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no publication with the reference " + reference + "."));
        BigInteger owed = book.of(reference).stream()
                .filter(refund -> refund.token() == null && refund.owed().signum() > 0)
                .map(Refund::owed)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.WRONG_STATE, "Nothing is owed in coin for the reference " + reference + "."));
        claims.claim(publication, owed, transactionHash);
    }

    /** Newest first. */
    List<UnmatchedPayment> unmatched(int limit) {
        return database.sql("""
                        select * from payment_credit c
                        where chain_id = :chain and succeeded and not undone
                          and not exists (select 1 from publication p where p.reference = c.reference)
                        order by block_number desc, transaction_hash, log_index limit :limit""")
                .param("chain", chain.chainId())
                .param("limit", limit)
                .query(RefundList::unmatched)
                .list();
    }

    private static UnmatchedPayment unmatched(ResultSet row, int number) throws SQLException {
        String token = row.getString("token");
        return new UnmatchedPayment(
                new Bytes32(row.getString("transaction_hash")),
                new Bytes32(row.getString("reference")),
                new Address(row.getString("payer")),
                new Address(row.getString("recipient")),
                token == null ? null : new Address(token),
                row.getBigDecimal("amount").toBigIntegerExact().toString(),
                row.getLong("block_number"),
                row.getTimestamp("block_time").toInstant());
    }
}
