package dev.slipway.model.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.access.AccessLevel;
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
 * @param accessLevel text form of who can watch it; absent where everyone can, so that such a form has the hash that it
 *     had before there were levels. Unlike {@link #access()} it may be a text that the rules refuse.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PublicationForm(
        String title,
        @Nullable String description,
        @Nullable List<String> hashtags,
        @Nullable Profile profile,
        @Nullable String accessLevel) {

    public PublicationForm {
        Objects.requireNonNull(title, "the form needs a title");
        description = description == null ? "" : description;
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
        accessLevel = AccessLevel.PUBLIC.text().equals(accessLevel) ? null : accessLevel;
    }

    /** For everyone. */
    public PublicationForm(
            String title, @Nullable String description, @Nullable List<String> hashtags, @Nullable Profile profile) {
        this(title, description, hashtags, profile, null);
    }

    /** For everyone, and without a word of the author. */
    public PublicationForm(String title, @Nullable String description, @Nullable List<String> hashtags) {
        this(title, description, hashtags, null);
    }

    /** The same words for other viewers. */
    public PublicationForm with(AccessLevel level) {
        return new PublicationForm(title, description, hashtags, profile, level.text());
    }

    /** The same words with something else told of the author. */
    public PublicationForm with(Profile told) {
        return new PublicationForm(title, description, hashtags, told, accessLevel);
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

    /**
     * Who can watch it.
     *
     * @throws IllegalArgumentException for a form that the rules refuse because of it
     */
    public AccessLevel access() {
        return accessLevel == null ? AccessLevel.PUBLIC : AccessLevel.parse(accessLevel);
    }

    /** SHA-256 of the canonical JSON (RFC 8785): the formHash of the author's signature. */
    public Bytes32 hash() {
        return Bytes32.of(CanonicalJson.sha256(Json.STRICT.writeValueAsString(this)));
    }
}
