package dev.slipway.desk.window;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.library.VideoChooser;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The system's own dialog. Names say nothing about content, so every file may be chosen. */
final class FileDialog implements VideoChooser {
    private static final List<String> USUAL =
            List.of("*.mp4", "*.mov", "*.avi", "*.mkv", "*.webm", "*.flv", "*.m4v", "*.mpg", "*.ts", "*.3gp", "*.wmv");

    private final Window owner;
    private final Texts texts;

    FileDialog(Window owner, Texts texts) {
        this.owner = owner;
        this.texts = texts;
    }

    @Override
    public List<Path> choose() {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(texts.get("library.choose"));
        dialog.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(texts.get("library.videos"), USUAL),
                        new FileChooser.ExtensionFilter(texts.get("library.every-file"), "*.*"));
        List<File> chosen = dialog.showOpenMultipleDialog(owner);
        return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
    }
}
