package dev.slipway.desk.window;

import dev.slipway.desk.library.LibraryModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere on a node. */
final class DropTarget {
    private static final String STYLE = "drop-target";

    private final Node node;
    private final LibraryModel library;

    DropTarget(Node node, LibraryModel library) {
        this.node = node;
        this.library = library;
        node.setOnDragOver(this::over);
        node.setOnDragExited(event -> node.getStyleClass().remove(STYLE));
        node.setOnDragDropped(this::dropped);
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!node.getStyleClass().contains(STYLE)) {
                node.getStyleClass().add(STYLE);
            }
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        node.getStyleClass().remove(STYLE);
        library.add(files);
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
