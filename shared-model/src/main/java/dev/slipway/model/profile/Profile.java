package dev.slipway.model.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an author tells of themselves with a publication; absent members mean empty. The newest one that was published
 * counts for all of the author's publications.
 *
 * @param url of a page of the author's own
 * @param activityHobbies what the author does, in their own words
 * @param incognito nothing of the author is shown with this publication: no name, no link, no avatar, no wallet. Nor does
 *     it change what other publications show.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Profile(
        @Nullable String name,
        @Nullable String url,
        @Nullable String activityHobbies,
        boolean incognito,
        @Nullable Avatar avatar) {

    public static final Profile EMPTY = new Profile(null, null, null, false, null);

    /** Of whoever wants nothing said. */
    public static final Profile INCOGNITO = new Profile(null, null, null, true, null);

    public Profile {
        name = name == null ? "" : name;
        url = url == null ? "" : url;
        activityHobbies = activityHobbies == null ? "" : activityHobbies;
    }

    @Override
    public String name() {
        return Objects.requireNonNull(name);
    }

    @Override
    public String url() {
        return Objects.requireNonNull(url);
    }

    @Override
    public String activityHobbies() {
        return Objects.requireNonNull(activityHobbies);
    }
}
