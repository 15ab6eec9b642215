package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.ethereum.Address;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.terms.PaymentToken;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answer to {@code GET /api/publications/{id}} and data of its server-sent events. Without the grant only a published
 * publication is shown, and then without payment and uploads.
 *
 * @param version grows by one with every change; the id of the server-sent event
 * @param problem why the content was rejected or held
 * @param watchUrl present once published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicationStatus(
        PublicationId id,
        long version,
        PublicationForm form,
        ContentState content,
        Instant createdAt,
        @Nullable Instant publishedAt,
        @Nullable Long durationMicros,
        @Nullable Payment payment,
        @Nullable List<Upload> uploads,
        @Nullable Reason problem,
        @Nullable String watchUrl,
        @Nullable String playlistUrl) {

    /** Whether the whole price came, and so late that it opens nothing. */
    public boolean cameTooLate() {
        return payment != null
                && (payment.state() == PaymentState.LATE
                        || content == ContentState.EXPIRED
                                && payment.state().isRefund()
                                && new BigInteger(payment.paid()).compareTo(new BigInteger(payment.price())) >= 0);
    }

    /**
     * What the chain says.
     *
     * @param price in wei, or in the token's smallest unit; decimal text
     * @param paid in the unit of the price, decimal text: what is in blocks, confirmed or not
     * @param token what the price is in; absent for the chain's own coin
     * @param confirmations of the youngest block that the price needs
     * @param refunds what of it is owed back or was returned; absent where nothing is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            PaymentState state,
            @Nullable Bytes32 reference,
            String price,
            String paid,
            @Nullable PaymentToken token,
            int confirmations,
            int confirmationsNeeded,
            @Nullable Bytes32 transactionHash,
            @Nullable List<Refund> refunds) {

        /** In the unit of the price, zero or more: what came beyond the price and has not been returned yet. */
        public BigInteger surplus() {
            return new BigInteger(paid)
                    .subtract(new BigInteger(price))
                    .subtract(returned())
                    .max(BigInteger.ZERO);
        }

        /** Of the coin or token that the price is in. */
        public BigInteger returned() {
            @Nullable Address asked = token == null ? null : token.address();
            return Stream.ofNullable(refunds)
                    .flatMap(List::stream)
                    .filter(refund -> Objects.equals(refund.token(), asked))
                    .map(refund -> new BigInteger(refund.returned()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        }

        /** In the chain's own coin. */
        public Payment(
                PaymentState state,
                @Nullable Bytes32 reference,
                String price,
                String paid,
                int confirmations,
                int confirmationsNeeded,
                @Nullable Bytes32 transactionHash,
                @Nullable List<Refund> refunds) {
            this(state, reference, price, paid, null, confirmations, confirmationsNeeded, transactionHash, refunds);
        }

        /** The same, of which nothing is owed back. */
        public Payment(
                PaymentState state,
                @Nullable Bytes32 reference,
                String price,
                String paid,
                int confirmations,
                int confirmationsNeeded,
                @Nullable Bytes32 transactionHash) {
            this(state, reference, price, paid, confirmations, confirmationsNeeded, transactionHash, null);
        }
    }

    /**
     * What is owed back in one coin or token, to the address that the author signed for refunds.
     *
     * @param token its contract; absent for the chain's own coin
     * @param owed in the smallest unit, decimal text; 0 once all was returned
     * @param returned in the smallest unit, decimal text: what is in blocks, confirmed or not
     * @param transactions that returned it, oldest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Refund(
            @Nullable Address token, String owed, String returned, RefundReason reason, List<Bytes32> transactions) {
        public Refund {
            transactions = List.copyOf(transactions);
        }
    }

    /**
     * One file's upload.
     *
     * @param url the tus upload's address, absent until it was created
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Upload(
            String path,
            long bytes,
            long received,
            @Nullable String id,
            @Nullable String url) {}

    /** A problem code with a sentence for the creator. */
    public record Reason(ProblemCode code, String message) {}
}
