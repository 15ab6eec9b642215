package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.DraftForm;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The window's thread stays free, by its own processor time: what a machine does beside it has no part in that. What
 * waits without taking time is the subject of the architecture test.
 */
class FxThreadTest {
    private static final int PUBLICATIONS = 30;
    private static final String WORDS = "An evening walk from the market square down to the river";

    @TempDir
    Path folder = Path.of("");

    @Test
    void typingAndSearchingInAFullLibraryCostLittle() {
        fill();
        HeadlessWindow.start();
        try (DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PublicationModel publication = HeadlessWindow.onUiThread(
                    () -> desk.model().library().publications().getFirst());
            HeadlessWindow.onUi(() -> desk.model().library().show(publication));
            HeadlessWindow.onUi(() -> publication.section().set(Section.DETAILS));
            type(window, "x");
            Duration typing = cost(() -> {
                for (int end = 1; end <= WORDS.length(); end++) {
                    type(window, WORDS.substring(0, end));
                }
            });
            HeadlessWindow.onUi(() -> desk.model().library().show(null));
            Duration searching = cost(() -> {
                for (int end = 1; end <= 10; end++) {
                    String words = "Film 4".substring(0, Math.min(end, 6));
                    HeadlessWindow.onUi(() -> desk.model().library().search().set(words));
                    HeadlessWindow.onUi(window.scene().getRoot()::layout);
                }
            });
            // Measured: 5 ms a letter, and 85 ms a search among a hundred, in a program that has just begun.
            assertThat(typing.dividedBy(WORDS.length())).as("a letter").isLessThan(Duration.ofMillis(30));
            assertThat(searching.dividedBy(10)).as("a search").isLessThan(Duration.ofMillis(250));
        }
    }

    private static void type(HeadlessWindow window, String words) {
        HeadlessWindow.onUi(
                () -> Person.sees(window, "#title", TextInputControl.class).setText(words));
        HeadlessWindow.onUi(window.scene().getRoot()::layout);
    }

    private static Duration cost(Runnable work) {
        Duration before = processorTime();
        work.run();
        return processorTime().minus(before);
    }

    private static Duration processorTime() {
        return Duration.ofNanos(HeadlessWindow.onUiThread(
                () -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
    }

    private void fill() {
        try (Database database = Database.open(folder.resolve("desk.db"))) {
            Drafts drafts = new Drafts(database);
            for (int number = 0; number < PUBLICATIONS; number++) {
                DraftForm form = new DraftForm("Film " + number, "", List.of("city", "n" + number), false);
                Draft draft = Draft.of(Path.of("/videos/film-" + number + ".mp4"), Instant.ofEpochSecond(number), form);
                drafts.insert(draft);
                drafts.saveFacts(draft.id(), ScriptedEngine.STREET);
            }
        }
    }
}
