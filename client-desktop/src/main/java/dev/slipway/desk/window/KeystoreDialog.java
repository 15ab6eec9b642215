package dev.slipway.desk.window;

import dev.slipway.desk.language.Texts;
import dev.slipway.desk.wallet.page.KeystoreChooser;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;

/** The system's own dialog. Wallet programs name their files in many ways, so every file may be chosen. */
final class KeystoreDialog implements KeystoreChooser {
    private final Node place;
    private final Texts texts;

    /** @param place the dialog belongs to the window that it is in */
    KeystoreDialog(Node place, Texts texts) {
        this.place = place;
        this.texts = texts;
    }

    @Override
    public Optional<Path> choose() {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(texts.get("wallet.keystore.choose"));
        File chosen = dialog.showOpenDialog(place.getScene().getWindow());
        return Optional.ofNullable(chosen).map(File::toPath);
    }
}
