package dev.slipway.server.review.decision;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.model.moderation.WordHit;
import dev.slipway.model.publication.PaymentState;
import dev.slipway.model.publication.PublicationStatus;
import dev.slipway.server.review.complaint.Complaint;
import dev.slipway.server.review.queue.Action;
import dev.slipway.server.review.queue.Rule;
import dev.slipway.server.review.strike.Strike;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a moderator needs to decide a case. No wallet is in it: who an author is does not matter, and some wish to stay
 * unnamed.
 *
 * @param isProtected whether noise against recognition is in the pictures
 * @param checks what the verification checked, in sentences
 * @param history oldest first
 * @param actions by what it can be decided now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CaseDetails(
        @JsonProperty("case") CaseReply summary,
        List<Text> texts,
        boolean incognito,
        PublicationStatus.@Nullable Reason problem,
        PaymentState payment,
        @JsonProperty("protected") boolean isProtected,
        List<String> checks,
        Media media,
        List<Complaint> complaints,
        Author author,
        List<Event> history,
        Set<Action> actions) {

    /** One field of the form that has words, and those of them that are on the list. */
    public record Text(String field, String text, List<WordHit> hits) {}

    /** Addresses that open without a header, for some hours. Absent is what the publication does not have. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Media(
            @Nullable String playlistUrl,
            @Nullable String posterUrl,
            @Nullable String thumbnailsUrl,
            @Nullable String sheetUrl,
            @Nullable String previewUrl,
            @Nullable String avatarUrl,
            List<StripPicture> strip) {}

    /**
     * A picture that the server took of the film, at a moment that its author could not foresee.
     *
     * @param micros when the film shows it
     */
    public record StripPicture(long micros, String url) {}

    /**
     * What is known here of who made it.
     *
     * @param strikes newest first; of who stays unnamed, only one for this very publication, and of others none for a
     *     publication whose author stays unnamed
     */
    public record Author(List<Strike> strikes) {}

    /** @param message the statement of reasons that came with it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            Instant at,
            Action action,
            @Nullable Rule category,
            boolean automatic,
            boolean mine,
            @Nullable String message) {}
}
