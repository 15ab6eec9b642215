package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.problem.ProblemCode;
import java.time.Instant;
import java.util.List;
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

    /**
     * What the chain says.
     *
     * @param price in wei, decimal text
     * @param paid in wei, decimal text: what is in blocks, confirmed or not
     * @param confirmations of the youngest block that the price needs
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Payment(
            PaymentState state,
            @Nullable Bytes32 reference,
            String price,
            String paid,
            int confirmations,
            int confirmationsNeeded,
            @Nullable Bytes32 transactionHash) {}

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
