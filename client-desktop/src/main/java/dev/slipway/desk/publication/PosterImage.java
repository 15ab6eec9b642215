package dev.slipway.desk.publication;

import dev.slipway.desk.video.VideoModel;
import javafx.beans.value.ObservableValue;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The picture of a video, loaded beside the window's thread. */
public final class PosterImage {
    private PosterImage() {}

    /** Null until there is one. */
    public static ObservableValue<@Nullable Image> of(VideoModel video) {
        return video.picture().map(file -> new Image(file.toUri().toString(), true));
    }
}
