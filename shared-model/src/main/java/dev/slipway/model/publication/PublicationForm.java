package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.encoding.CanonicalJson;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.profile.Profile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words that go with a video; absent members mean empty.
 *
 * @param profile what the author tells of themselves; absent where nothing was said
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PublicationForm(
        String title,
        @Nullable String description,
        @Nullable List<String> hashtags,
        @Nullable Profile profile) {

    public PublicationForm {
        Objects.requireNonNull(title, "the form needs a title");
        description = description == null ? "" : description;
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
    }

    /** Without a word of the author. */
    public PublicationForm(String title, @Nullable String description, @Nullable List<String> hashtags) {
        this(title, description, hashtags, null);
    }

    @Override
    public String description() {
        return Objects.requireNonNull(description);
    }

    @Override
    public List<String> hashtags() {
        return Objects.requireNonNull(hashtags);
    }

    /** What the author tells of themselves, as far as anything. */
    public Profile profileOrEmpty() {
        return profile == null ? Profile.EMPTY : profile;
    }

    /** SHA-256 of the canonical JSON (RFC 8785): the formHash of the author's signature. */
    public Bytes32 hash() {
        return Bytes32.of(CanonicalJson.sha256(Json.STRICT.writeValueAsString(this)));
    }
}
