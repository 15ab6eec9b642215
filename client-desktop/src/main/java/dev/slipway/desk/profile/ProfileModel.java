package dev.slipway.desk.profile;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.Saving;
import dev.slipway.desk.settings.Settings;
import dev.slipway.model.encoding.Json;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** What the creator says of themselves, for all publications that are not signed yet. Every change is kept at once. */
public final class ProfileModel {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileModel.class);
    private static final String PROFILE = "profile";
    private static final String INCOGNITO = "profile.incognito";

    private final StringProperty name = new SimpleStringProperty(this, "name");
    private final StringProperty url = new SimpleStringProperty(this, "url");
    private final StringProperty activityHobbies = new SimpleStringProperty(this, "activityHobbies");
    private final ObjectProperty<@Nullable Avatar> avatar = new SimpleObjectProperty<>(this, "avatar");
    private final BooleanProperty incognito = new SimpleBooleanProperty(this, "incognito");

    /** @param kept what the settings said at the start */
    public ProfileModel(Map<String, String> kept, Settings settings, Background background) {
        OwnProfile before = read(kept.get(PROFILE));
        name.set(before.name());
        url.set(before.url());
        activityHobbies.set(before.activityHobbies());
        avatar.set(before.avatar());
        incognito.set(Boolean.parseBoolean(kept.get(INCOGNITO)));
        Saving<OwnProfile> writing =
                new Saving<>(background, now -> settings.put(PROFILE, Json.STRICT.writeValueAsString(now)));
        for (Observable each : changing()) {
            each.addListener(change -> writing.offer(typed()));
        }
        Saving<Boolean> choosing = new Saving<>(background, now -> settings.put(INCOGNITO, Boolean.toString(now)));
        incognito.addListener((observable, before1, now) -> choosing.offer(now));
    }

    public StringProperty name() {
        return name;
    }

    /** Of a page of their own. */
    public StringProperty url() {
        return url;
    }

    public StringProperty activityHobbies() {
        return activityHobbies;
    }

    public ObjectProperty<@Nullable Avatar> avatar() {
        return avatar;
    }

    /** What was chosen last: the next publication begins with it, so that nobody is named who no longer wants to be. */
    public BooleanProperty incognito() {
        return incognito;
    }

    /** As it is signed and sent; empty where nothing is said. */
    public Optional<Profile> finished() {
        return typed().finished();
    }

    /** All that {@link #finished} is made of. */
    public List<Observable> changing() {
        return List.of(name, url, activityHobbies, avatar);
    }

    private OwnProfile typed() {
        return new OwnProfile(name.get(), url.get(), activityHobbies.get(), avatar.get());
    }

    private static OwnProfile read(@Nullable String json) {
        try {
            return json == null ? OwnProfile.EMPTY : Json.LENIENT.readValue(json, OwnProfile.class);
        } catch (JacksonException e) {
            LOG.warn("What was kept of the profile cannot be read: {}", e.getMessage());
            return OwnProfile.EMPTY;
        }
    }
}
