package dev.slipway.desk.draft;

import dev.slipway.model.access.AccessLevel;
import dev.slipway.model.profile.Profile;
import dev.slipway.model.publication.PublicationForm;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The words as far as they are typed: unlike those that are sent they may break every rule.
 *
 * @param incognito nothing of the author is sent with them
 * @param accessLevel who can watch; absent in drafts from before that could be chosen, which are for everyone
 */
public record DraftForm(
        String title,
        String description,
        List<String> hashtags,
        boolean incognito,
        @Nullable AccessLevel accessLevel) {
    public static final DraftForm EMPTY = begun(false);

    public DraftForm {
        Objects.requireNonNull(title);
        Objects.requireNonNull(description);
        hashtags = List.copyOf(hashtags);
        accessLevel = accessLevel == null ? AccessLevel.PUBLIC : accessLevel;
    }

    /** For everyone. */
    public DraftForm(String title, String description, List<String> hashtags, boolean incognito) {
        this(title, description, hashtags, incognito, AccessLevel.PUBLIC);
    }

    @Override
    public AccessLevel accessLevel() {
        return Objects.requireNonNull(accessLevel);
    }

    /** Before a word is typed. */
    public static DraftForm begun(boolean incognito) {
        return new DraftForm("", "", List.of(), incognito);
    }

    /** Whether nothing was typed yet. */
    public boolean isBlank() {
        return title.isEmpty() && description.isEmpty() && hashtags.isEmpty();
    }

    /**
     * As it is signed and sent.
     *
     * @param author what the creator says of themselves, null where nothing
     */
    public PublicationForm finished(@Nullable Profile author) {
        return new PublicationForm(title.strip(), description.strip(), hashtags, incognito ? Profile.INCOGNITO : author)
                .with(accessLevel());
    }
}
