package dev.slipway.desk.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.OneThread;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.model.problem.ProblemCode;
import dev.slipway.model.profile.Avatar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvatarModelTest {
    private final OneThread ui = new OneThread();
    private final Background background = new Background(ui);
    private final AvatarStore store;
    private final Database database;
    private final ProfileModel profile;
    private final AvatarModel model;

    AvatarModelTest(@TempDir Path folder) {
        store = new AvatarStore(folder.resolve("avatars"));
        database = Database.open(folder.resolve("desk.db"));
        profile = new ProfileModel(Map.of(), new Settings(database), background);
        model = new AvatarModel(profile, store, new ScriptedEngine(), background);
    }

    @AfterEach
    void close() {
        background.close();
        database.close();
    }

    @Test
    void aSquareOfAPictureBecomesTheAvatar() {
        model.choose(Path.of("/pictures/me.heic"));
        ui.await(() -> model.state().get() instanceof AvatarState.Cropping);
        Path view = ((AvatarState.Cropping) model.state().get()).view();
        model.crop(new Square(0.25, 0, 0.5));
        ui.await(() -> model.shown().get() != null);
        assertThat(view).as("nobody asked for the whole picture to be kept").doesNotExist();

        Avatar avatar = Objects.requireNonNull(profile.avatar().get());
        assertThat(new String(store.bytes(avatar), java.nio.charset.StandardCharsets.UTF_8))
                .contains("left=0.25");
        assertThat(Objects.requireNonNull(model.shown().get())).exists();
        assertThat(model.state().get()).isInstanceOf(AvatarState.Idle.class);

        model.remove();
        assertThat(profile.avatar().get()).isNull();
        assertThat(model.shown().get()).isNull();
        assertThat(store.bytes(avatar)).as("a signed publication may need it").isNotEmpty();
    }

    @Test
    void whoThinksBetterOfItKeepsTheFormerOne() {
        model.choose(Path.of("/pictures/me.jpg"));
        ui.await(() -> model.state().get() instanceof AvatarState.Cropping);
        Path view = ((AvatarState.Cropping) model.state().get()).view();
        assertThat(view).exists();
        model.leave();
        ui.await(() -> !Files.exists(view));
        assertThat(profile.avatar().get()).isNull();
        model.crop(new Square(0, 0, 1));
        assertThat(model.state().get()).isInstanceOf(AvatarState.Idle.class);
    }

    @Test
    void aFileThatIsNoPictureIsRefusedInWords() {
        model.choose(Path.of("/pictures/text.jpg"));
        ui.await(() -> model.state().get() instanceof AvatarState.Refused);
        assertThat(((AvatarState.Refused) model.state().get()).problem().code()).isEqualTo(ProblemCode.NOT_A_PICTURE);
    }

    @Test
    void whatAKilledWindowLeftIsDeletedAndWhatARunningOneMakesIsNot() throws IOException {
        Path own = store.unfinished("view.png");
        Files.createDirectories(own.resolveSibling(""));
        Files.writeString(own, "of this process");
        Path orphan = own.resolveSibling("unfinished-999999999999-1-view.png");
        Files.writeString(orphan, "of a process that is gone");
        store.discardOrphans();
        assertThat(own).exists();
        assertThat(orphan).doesNotExist();
    }

    @Test
    void bytesThatAreNotTheSignedOnesAreNotSent() throws IOException {
        model.choose(Path.of("/pictures/me.jpg"));
        ui.await(() -> model.state().get() instanceof AvatarState.Cropping);
        model.crop(new Square(0, 0, 1));
        ui.await(() -> profile.avatar().get() != null);
        Avatar avatar = Objects.requireNonNull(profile.avatar().get());
        Files.writeString(store.file(avatar), "another");
        assertThatThrownBy(() -> store.bytes(avatar))
                .isInstanceOfSatisfying(
                        DeskException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.FILE_CHANGED));
    }
}
