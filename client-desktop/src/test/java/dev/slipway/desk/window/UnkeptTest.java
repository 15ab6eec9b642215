package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.publication.SectionState;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.video.VideoState;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full while somebody types. */
class UnkeptTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void wordsThatAreNotKeptAreToldUntilTheyAre() {
        HeadlessWindow.start();
        String words = "Word by word. ".repeat(300);
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 980)) {
            PublicationModel publication = add(desk);
            HeadlessWindow.await(
                    "it is known", () -> publication.video().picture().get() != null);
            HeadlessWindow.onUi(() -> publication.section().set(Section.DETAILS));
            desk.fillDisk();
            Person.types(window, "#title", "Evening");
            Person.types(window, "#description", words);
            HeadlessWindow.await("it is told", () -> window.first(".unkept-bar .notice") != null);
            HeadlessWindow.await(
                    "the section too", () -> publication.details().unkept().get());
            assertThat(publication.state(Section.DETAILS).get()).isEqualTo(SectionState.NEEDS);
            assertThat(said(window)).contains("the disk is full", "Code disk-full-");
            ScreensTest.draw(desk, window, "unkept");

            desk.makeRoom();
            HeadlessWindow.await(
                    "it is kept by itself",
                    () -> desk.model().library().unkept().problem().get() == null);
            assertThat(desk.drafts().all().getFirst().form().description()).isEqualTo(words);
            HeadlessWindow.await("and no longer told", () -> window.first(".unkept-bar .notice") == null);
            assertThat(publication.state(Section.DETAILS).get()).isEqualTo(SectionState.DONE);
        }
    }

    @Test
    void aVideoThatWasAddedWhileTheDiskWasFullIsKeptLater() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk()) {
            desk.fillDisk();
            HeadlessWindow.onUi(() -> desk.model()
                    .library()
                    .add(List.of(Path.of("/videos/" + "long".repeat(3000)), Path.of("/videos/Evening.mp4"))));
            PublicationModel publication = HeadlessWindow.onUiThread(
                    () -> desk.model().library().publications().getLast());
            HeadlessWindow.await("it is told", () -> publication.video().state().get() instanceof VideoState.Refused);
            desk.makeRoom();
            HeadlessWindow.onUi(() -> publication.details().title().set("Evening"));
            HeadlessWindow.await("both are kept", () -> desk.drafts().all().size() == 2);
            assertThat(desk.drafts().all())
                    .anyMatch(draft -> draft.form().title().equals("Evening"));
        }
    }

    @Test
    void whatCannotBeReadIsToldInTheLibraryAndTheRestIsThere() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk()) {
            add(desk);
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Boat.mp4"))));
            HeadlessWindow.await("both are kept", () -> desk.drafts().all().size() == 2);
            desk.change("update draft set form = '{' where source = '/videos/Boat.mp4'");
        }
        try (DeskUnderTest again = desk();
                HeadlessWindow window =
                        HeadlessWindow.show(() -> MainStage.scene(again.model(), List::of), 1280, 820)) {
            assertThat(again.model().library().publications()).hasSize(1);
            assertThat(HeadlessWindow.onUiThread(() -> Objects.requireNonNullElse(
                            window.the(".page .notice").getAccessibleText(), "")))
                    .contains("1 publication could not be read");
            ScreensTest.draw(again, window, "library-unreadable");
        }
    }

    private DeskUnderTest desk() {
        return HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, new ScriptedEngine(), HeadlessWindow.ui()));
    }

    private static PublicationModel add(DeskUnderTest desk) {
        HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
        return HeadlessWindow.onUiThread(
                () -> desk.model().library().publications().getFirst());
    }

    private static String said(HeadlessWindow window) {
        return HeadlessWindow.onUiThread(() ->
                Objects.requireNonNullElse(window.the(".unkept-bar .notice").getAccessibleText(), ""));
    }
}
