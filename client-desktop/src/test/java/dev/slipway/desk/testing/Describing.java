package dev.slipway.desk.testing;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.details.DetailsModel;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.house.HouseModel;
import dev.slipway.desk.profile.Authorship;
import dev.slipway.desk.profile.AvatarModel;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.desk.profile.ProfileModel;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import java.nio.file.Path;
import java.time.Instant;
import javafx.beans.value.ObservableValue;
import okhttp3.OkHttpClient;

/** The words of a publication without a window around them. */
public final class Describing {
    private Describing() {}

    /** @param server the address that publications go to */
    public static DetailsModel of(
            Draft draft, Database database, ObservableValue<String> server, Background background) {
        Settings settings = new Settings(database);
        ProfileModel profile = new ProfileModel(settings.all(), settings, background);
        AvatarModel avatar =
                new AvatarModel(profile, new AvatarStore(Path.of("avatars")), new ScriptedEngine(), background);
        HouseModel house =
                new HouseModel(server, new OkHttpClient(), settings.all(), settings, background, () -> Instant.EPOCH);
        return new DetailsModel(draft, new Drafts(database), background, new Authorship(profile, avatar), house);
    }
}
