package dev.slipway.desk.architecture.broken.one;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;

/** A view model with a control in it, and a file read for it while the window waits. */
public class ScreenModel {
    void show(Label label, Path file) throws IOException {
        label.setText(Files.readString(file));
    }
}
