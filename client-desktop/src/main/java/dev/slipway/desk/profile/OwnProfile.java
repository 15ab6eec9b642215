package dev.slipway.desk.profile;

import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a creator says of themselves as far as it is typed: unlike what is sent it may break every rule. */
record OwnProfile(
        String name,
        String url,
        String activityHobbies,
        @Nullable Avatar avatar) {
    static final OwnProfile EMPTY = new OwnProfile("", "", "", null);

    /** As it is signed and sent; empty where nothing is said. */
    Optional<Profile> finished() {
        Profile profile = new Profile(name.strip(), url.strip(), activityHobbies.strip(), false, avatar);
        return profile.equals(Profile.EMPTY) ? Optional.empty() : Optional.of(profile);
    }
}
