package dev.slipway.desk.window;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.profile.PictureChooser;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** The system's own dialog for a picture. */
final class PictureDialog implements PictureChooser {
    private static final List<String> USUAL =
            List.of("*.jpg", "*.jpeg", "*.png", "*.webp", "*.gif", "*.bmp", "*.tif", "*.tiff");

    private final Node above;
    private final Texts texts;

    /** @param above whose window it belongs to */
    PictureDialog(Node above, Texts texts) {
        this.above = above;
        this.texts = texts;
    }

    @Override
    public Optional<Path> choosePicture() {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(texts.get("avatar.choose"));
        dialog.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.get("avatar.pictures"), USUAL),
                        new FileChooser.ExtensionFilter(texts.get("library.every-file"), "*.*"));
        File chosen = dialog.showOpenDialog(above.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
