package dev.slipway.media.check;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.media.mp4.TrackIndex;
import dev.slipway.media.review.ReviewMaterial;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of a check. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CheckVerdict.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = CheckVerdict.Refused.class, name = "refused")
})
public sealed interface CheckVerdict {

    /**
     * Everything holds.
     *
     * @param checks what was checked, in sentences for the publication's page
     * @param indexes of the VIDEO and AUDIO files, by their path in the manifest
     * @param avatar the author's picture made anew, a WebP file in base64; null where none was to be checked
     * @param material what the publication's pictures can be judged by
     */
    record Accepted(
            List<String> checks,
            Map<String, TrackIndex> indexes,
            @Nullable String avatar,
            ReviewMaterial material) implements CheckVerdict {
        public Accepted {
            checks = List.copyOf(checks);
            indexes = Map.copyOf(indexes);
        }
    }

    /**
     * Something does not hold.
     *
     * @param path the file at fault as the manifest names it, {@code manifest.json}, or {@code profile.avatar}
     * @param message for the author: what was wrong, what was expected and what to do
     * @param detail for the operator's log
     */
    record Refused(ProblemCode code, String path, String message, String detail) implements CheckVerdict {}
}
