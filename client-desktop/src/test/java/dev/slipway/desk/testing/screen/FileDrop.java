package dev.slipway.desk.testing.screen;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Files let go over a node: the headless platform knows no drag gesture, so the events are made by hand. */
public final class FileDrop {
    private FileDrop() {}

    public static void on(Node node, List<Path> files) {
        Dragboard board = board(files.stream().map(Path::toFile).toList());
        Event.fireEvent(node, event(DragEvent.DRAG_OVER, board));
        Event.fireEvent(node, event(DragEvent.DRAG_DROPPED, board));
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board) {
        return new DragEvent(type, board, 10, 10, 10, 10, TransferMode.COPY, null, null, null);
    }

    /** JavaFX makes drag boards only of its platform's clipboards. */
    private static Dragboard board(List<File> files) {
        Object clipboard = Proxy.newProxyInstance(
                FileDrop.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> arguments[0] == DataFormat.FILES;
                    case "getContent" -> arguments[0] == DataFormat.FILES ? files : null;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    default -> null;
                });
        try {
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            return constructor.newInstance(clipboard);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("this JavaFX makes drag boards in another way", e);
        }
    }
}
