package dev.slipway.desk.profile;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.media.image.Crop;
import dev.slipway.model.profile.Avatar;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Choosing an avatar: a picture of any kind, a square of it, and the WebP file that is made of that. */
public final class AvatarModel {
    private final ReadOnlyObjectWrapper<AvatarState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new AvatarState.Idle());
    private final ReadOnlyObjectWrapper<@Nullable Path> shown = new ReadOnlyObjectWrapper<>(this, "shown");
    private final ProfileModel profile;
    private final AvatarStore store;
    private final VideoEngine engine;
    private final Background background;
    private final CancelSignal end = new CancelSignal();

    public AvatarModel(ProfileModel profile, AvatarStore store, VideoEngine engine, Background background) {
        this.profile = profile;
        this.store = store;
        this.engine = engine;
        this.background = background;
        profile.avatar().subscribe(this::show);
        background.run(store::discardOrphans);
    }

    public ReadOnlyObjectProperty<AvatarState> state() {
        return state.getReadOnlyProperty();
    }

    /** A file that the window can show, null where there is no avatar. */
    public ReadOnlyObjectProperty<@Nullable Path> shown() {
        return shown.getReadOnlyProperty();
    }

    /** @param picture a file of any kind */
    public void choose(Path picture) {
        leave();
        state.set(new AvatarState.Working());
        Path view = store.unfinished("view.png");
        background.run(
                () -> {
                    engine.imageView(picture, view, end);
                    return view;
                },
                made -> state.set(new AvatarState.Cropping(picture, made)),
                problem -> state.set(new AvatarState.Refused(problem)));
    }

    /** Takes a square of what is being cropped. */
    public void crop(Square square) {
        if (!(state.get() instanceof AvatarState.Cropping(Path picture, Path view))) {
            return;
        }
        state.set(new AvatarState.Working());
        background.run(
                () -> {
                    Path made = store.unfinished("avatar.webp");
                    try {
                        engine.avatar(picture, new Crop(square.left(), square.top(), square.side()), made, end);
                        return store.keep(made);
                    } finally {
                        store.discard(made);
                        store.discard(view);
                    }
                },
                avatar -> {
                    profile.avatar().set(avatar);
                    state.set(new AvatarState.Idle());
                },
                problem -> state.set(new AvatarState.Refused(problem)));
    }

    /** Leaves it as it was before. */
    public void leave() {
        if (state.get() instanceof AvatarState.Cropping(Path picture, Path view)) {
            background.run(() -> store.discard(view));
        }
        state.set(new AvatarState.Idle());
    }

    public void remove() {
        profile.avatar().set(null);
        leave();
    }

    /** Ends what the engine does. May be called on any thread. */
    public void halt() {
        end.cancel();
    }

    private void show(@Nullable Avatar avatar) {
        if (avatar == null) {
            shown.set(null);
            return;
        }
        Path view = store.shown(avatar);
        background.run(
                () -> {
                    if (!Files.exists(view)) {
                        engine.imageView(store.file(avatar), view, end);
                    }
                    return view;
                },
                made -> {
                    if (avatar.equals(profile.avatar().get())) {
                        shown.set(made);
                    }
                },
                problem -> shown.set(null));
    }
}
