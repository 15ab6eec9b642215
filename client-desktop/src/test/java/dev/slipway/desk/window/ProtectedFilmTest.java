package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.video.VideoState;
import dev.slipway.media.protect.survival.SurvivalReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a protection stays on the page from one start of the desk to the next, with or without its report. */
class ProtectedFilmTest {
    @TempDir
    Path folder = Path.of("");

    private final MakingEngine engine = new MakingEngine();

    @BeforeAll
    static void start() {
        HeadlessWindow.start();
    }

    @Test
    void whatSurvivedIsShownAgainAfterAStartAndItsLossIsASentence() throws Exception {
        inWindow((desk, window) -> make(desk, true));
        inWindow((desk, window) -> {
            open(desk);
            HeadlessWindow.await("it is read", () -> shown(window).contains("What is left of the protection"));
            assertThat(said(window))
                    .contains("Hardly anything of it survived here: 12\u00a0%", "What this does not prove")
                    .anyMatch(text -> text.startsWith("S 0.66 · wrong-seed control 0.00"));
        });
        Files.delete(report());
        inWindow((desk, window) -> {
            open(desk);
            HeadlessWindow.await(
                    "the loss is said",
                    () -> shown(window).stream().anyMatch(text -> text.startsWith(SurvivalReport.FILE_NAME)));
            assertThat(said(window))
                    .noneMatch(text -> text.contains("S 0.66"))
                    .as("the sound's own report is still there")
                    .contains("99\u00a0% of the noise survived");
            ScreensTest.draw(desk, "prepare-survival-lost", () -> Person.sees(window, ".survival", Parent.class));
        });
        assertThat(engine.jobs()).as("nothing is made or measured again").hasSize(1);
    }

    @Test
    void aFilmWithoutProtectionHasNoSuchReport() {
        inWindow((desk, window) -> {
            make(desk, false);
            HeadlessWindow.await("its files are shown", () -> window.first(".file-table") != null);
            assertThat(HeadlessWindow.onUiThread(
                            () -> Person.sees(window, ".survival", Parent.class).isVisible()))
                    .isFalse();
            assertThat(said(window)).isEmpty();
        });
    }

    private void inWindow(BiConsumer<DeskUnderTest, HeadlessWindow> person) {
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            person.accept(desk, window);
        }
    }

    private void make(DeskUnderTest desk, boolean isProtected) {
        HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
        PublicationModel publication = publication(desk);
        HeadlessWindow.await("it is known", () -> publication.video().state().get() instanceof VideoState.Known);
        HeadlessWindow.onUi(() -> {
            publication.section().set(Section.PREPARE);
            publication.prepare().wishes().protect().set(isProtected);
            publication.prepare().start();
        });
        engine.finish();
        HeadlessWindow.await(
                "it is made", () -> publication.prepare().finished().isPresent());
    }

    private static void open(DeskUnderTest desk) {
        PublicationModel publication = publication(desk);
        HeadlessWindow.onUi(() -> {
            desk.model().library().show(publication);
            publication.section().set(Section.PREPARE);
        });
    }

    private static PublicationModel publication(DeskUnderTest desk) {
        return HeadlessWindow.onUiThread(
                () -> desk.model().library().publications().getFirst());
    }

    private Path report() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(SurvivalReport.FILE_NAME))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> said(HeadlessWindow window) {
        return HeadlessWindow.onUiThread(() -> shown(window));
    }

    /** On the window's thread. */
    private static List<String> shown(HeadlessWindow window) {
        return window.all(".survival .label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }
}
