package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.prepare.making.MakingKind;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue by hand: who is made, who waits and in which order, who stopped. */
class QueueTest {
    @TempDir
    Path folder = Path.of("");

    private final MakingEngine engine = new MakingEngine();

    @Test
    void whatWaitsChangesPlacesStopsAndIsTriedAgain() {
        HeadlessWindow.start();
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            HeadlessWindow.onUi(() -> desk.model().go(Place.QUEUE));
            ScreensTest.draw(desk, window, "queue-empty");
            start(desk, "Boat", "Coast", "Dunes", "Evening");
            HeadlessWindow.onUi(() -> desk.model().go(Place.QUEUE));
            assertThat(titles(window)).containsExactly("Boat", "Coast", "Dunes", "Evening");

            press(window, "Evening", ".queue-sooner");
            assertThat(titles(window)).containsExactly("Boat", "Coast", "Evening", "Dunes");
            press(window, "Coast", ".queue-later");
            assertThat(titles(window)).containsExactly("Boat", "Evening", "Coast", "Dunes");
            press(window, "Dunes", ".queue-later");
            assertThat(titles(window)).as("the last stays the last").endsWith("Dunes");
            press(window, "Dunes", ".queue-take-out");
            ScreensTest.draw(desk, window, "queue");

            engine.crash();
            HeadlessWindow.await(
                    "the next one's turn",
                    () -> publication(desk, "Boat").prepare().kind().get() == MakingKind.FAILED
                            && shown(window).getFirst().equals("Evening"));
            assertThat(titles(window)).startsWith("Evening", "Coast").endsWith("Dunes", "Boat");
            ScreensTest.draw(desk, window, "queue-failed");
            press(window, "Boat", ".prepare-again");
            HeadlessWindow.await("it waits", () -> shown(window).equals(List.of("Evening", "Coast", "Boat", "Dunes")));
            engine.finish();
            HeadlessWindow.await("what is done is gone", () -> !shown(window).contains("Evening"));

            press(window, "Dunes", ".queue-open");
            assertThat(HeadlessWindow.onUiThread(() -> desk.model().place().get()))
                    .isEqualTo(Place.LIBRARY);
            assertThat(HeadlessWindow.onUiThread(
                            () -> desk.model().library().open().get()))
                    .isEqualTo(publication(desk, "Dunes"));
        }
    }

    private static void start(DeskUnderTest desk, String... names) {
        LibraryModel library = desk.model().library();
        HeadlessWindow.onUi(() -> library.add(Stream.of(names)
                .map(name -> Path.of("/videos/" + name + ".mp4"))
                .toList()));
        for (String name : names) {
            HeadlessWindow.await(
                    "it is known", () -> publication(desk, name).video().facts().isPresent());
            HeadlessWindow.onUi(() -> {
                publication(desk, name).details().title().set(name);
                publication(desk, name).prepare().start();
            });
        }
        HeadlessWindow.await(
                "the first is made",
                () -> publication(desk, names[0]).prepare().kind().get() == MakingKind.RUNNING);
    }

    private static PublicationModel publication(DeskUnderTest desk, String name) {
        return desk.model().library().publications().stream()
                .filter(each -> each.title().getValue().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(HeadlessWindow window) {
        return HeadlessWindow.onUiThread(() -> shown(window));
    }

    /** On the window's thread. */
    private static List<String> shown(HeadlessWindow window) {
        return rows(window).stream().map(QueueTest::title).toList();
    }

    private static List<Node> rows(HeadlessWindow window) {
        return List.copyOf(window.all(".queue-row"));
    }

    private static String title(Node row) {
        return ((Labeled) row.lookup(".strong")).getText();
    }

    private static void press(HeadlessWindow window, String title, String button) {
        HeadlessWindow.onUi(() -> {
            Node row = rows(window).stream()
                    .filter(each -> title(each).equals(title))
                    .findFirst()
                    .orElseThrow();
            ((Button) row.lookup(button)).fire();
        });
    }
}
