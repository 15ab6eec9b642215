package dev.slipway.desk.cli;

import dev.slipway.desk.cli.wiring.Desk;
import dev.slipway.desk.profile.AvatarStore;
import dev.slipway.media.image.Crop;
import dev.slipway.model.profile.Avatar;
import dev.slipway.model.profile.Profile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who the author is to viewers. */
final class AuthorOptions {
    @Option(
            names = "--name",
            defaultValue = "",
            paramLabel = "TEXT",
            description =
                    "The author's name, at most 60 characters; the wallet's address is shown where there is none.")
    private String name = "";

    @Option(names = "--url", defaultValue = "", paramLabel = "URL", description = "A page of the author's own.")
    private String url = "";

    @Option(
            names = "--activity-hobbies",
            defaultValue = "",
            paramLabel = "TEXT",
            description = "What the author does, at most 500 characters.")
    private String activityHobbies = "";

    @Option(
            names = "--avatar",
            paramLabel = "FILE",
            description =
                    "A picture of the author: JPEG, PNG, WebP, GIF, BMP or TIFF. The square in its middle is taken.")
    private @Nullable Path avatar;

    @Option(
            names = "--incognito",
            description = "Sends nothing of the author, and shows no wallet with the video. The payment is on the chain"
                    + " all the same, and the server's operator knows the wallet.")
    private boolean incognito;

    /** As it is signed; null where nothing is said. */
    @Nullable
    Profile profile(Desk desk) {
        if (incognito) {
            return Profile.INCOGNITO;
        }
        Profile profile = new Profile(name.strip(), url.strip(), activityHobbies.strip(), false, made(desk));
        return profile.equals(Profile.EMPTY) ? null : profile;
    }

    private @Nullable Avatar made(Desk desk) {
        if (avatar == null) {
            return null;
        }
        AvatarStore store = desk.dock().avatars();
        Path made = store.unfinished("avatar.webp");
        try {
            desk.engine().avatar(avatar, Crop.MIDDLE, made, desk.cancel());
            return store.keep(made);
        } finally {
            store.discard(made);
        }
    }
}
