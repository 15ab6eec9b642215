package dev.slipway.desk.profile;

import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a creator says of themselves as far as it is typed: unlike what is sent it may break every rule. */
record OwnProfile(
        String name,
        String url,
        String activityHobbies,
        @Nullable Avatar avatar) {
    static final OwnProfile EMPTY = new OwnProfile("", "", "", null);

    /** What is kept may come from another version, or from somebody's editor. */
    OwnProfile(@Nullable String name, @Nullable String url, @Nullable String activityHobbies, @Nullable Avatar avatar) {
        this.name = Objects.requireNonNullElse(name, "");
        this.url = Objects.requireNonNullElse(url, "");
        this.activityHobbies = Objects.requireNonNullElse(activityHobbies, "");
        this.avatar = avatar;
    }

    /** As it is signed and sent; empty where nothing is said. */
    Optional<Profile> finished() {
        Profile profile = new Profile(name.strip(), url.strip(), activityHobbies.strip(), false, avatar);
        return profile.equals(Profile.EMPTY) ? Optional.empty() : Optional.of(profile);
    }
}
