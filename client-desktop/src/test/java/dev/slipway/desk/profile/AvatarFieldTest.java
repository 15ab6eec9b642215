package dev.slipway.desk.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvatarFieldTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void aPictureThatIsSlowToReadHoldsUpNothing() throws Exception {
        HeadlessWindow.start();
        byte[] png = picture();
        SlowPicture slow = new SlowPicture();
        try (Database database = Database.open(folder.resolve("desk.db"));
                Background background = new Background(HeadlessWindow.ui())) {
            AvatarModel model = HeadlessWindow.onUiThread(() -> new AvatarModel(
                    new ProfileModel(Map.of(), new Settings(database), background),
                    new AvatarStore(folder.resolve("avatars")),
                    slow,
                    background));
            Texts texts = new Texts(Language.ENGLISH);
            try (HeadlessWindow window = HeadlessWindow.show(
                            () -> new Scene(new AvatarField(model, texts, Optional::empty)), 600, 600);
                    slow) {
                HeadlessWindow.onUi(() -> model.choose(Path.of("/pictures/me.jpg")));
                HeadlessWindow.await("it is to be cropped", () -> model.state().get() instanceof AvatarState.Cropping);
                assertThat(HeadlessWindow.onUiThread(() -> window.first("#crop") == null))
                        .as("the window answers while nothing of the picture can be read")
                        .isTrue();

                Path view = ((AvatarState.Cropping) model.state().get()).view();
                CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(view, png));
                HeadlessWindow.await(
                        "it is there and laid out",
                        () -> window.first("#crop") instanceof Region crop && crop.getHeight() > 0);
                written.join();
                assertThat(HeadlessWindow.onUiThread(() -> {
                            Region crop = (Region) window.the("#crop");
                            return crop.getWidth() / crop.getHeight();
                        }))
                        .isBetween(1.5, 1.7);
            }
        }
    }

    /** As the scripted engine paints it: 640 by 400. */
    private byte[] picture() throws IOException {
        Path file = folder.resolve("painted.png");
        new ScriptedEngine().imageView(Path.of("/pictures/me.jpg"), file, new CancelSignal());
        return Files.readAllBytes(file);
    }

    private static void write(Path pipe, byte[] bytes) {
        try {
            Files.write(pipe, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its views are pipes: whoever reads one stands still until somebody writes it. */
    private static final class SlowPicture extends ScriptedEngine implements AutoCloseable {
        private volatile @Nullable Path pipe;

        @Override
        public void imageView(Path image, Path target, CancelSignal cancel) {
            pipe = target;
            try {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Process made = new ProcessBuilder("mkfifo", target.toString())
                        .inheritIO()
                        .start();
                assertThat(made.waitFor()).isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        /** Lets go of a reader that still waits, also of a window's thread that should not have read. */
        @Override
        public void close() throws IOException {
            Path made = pipe;
            if (made != null && Files.exists(made)) {
                new RandomAccessFile(made.toFile(), "rw").close();
            }
        }
    }
}
