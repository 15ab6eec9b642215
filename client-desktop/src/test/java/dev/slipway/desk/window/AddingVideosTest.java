package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.library.LibraryModel;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.screen.FileDrop;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.video.VideoState;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddingVideosTest {
    private static final Path FILM = Path.of("/videos/film.mp4");

    @TempDir
    Path folder = Path.of("");

    @Test
    void aDroppedVideoIsLookedIntoAndItsPageIsShown() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 960, 640)) {
            HeadlessWindow.onUi(() -> FileDrop.on(window.scene().getRoot(), List.of(FILM)));

            LibraryModel library = desk.model().library();
            HeadlessWindow.await("it is known", () -> isKnown(library));
            assertThat(HeadlessWindow.onUiThread(() -> library.open().get())).isNotNull();
            assertThat(desk.drafts().all()).extracting(Draft::source).containsExactly(FILM);
            assertThat(desk.drafts().all().getFirst().facts()).isEqualTo(ScriptedEngine.STREET);
        }
    }

    @Test
    void theDialogTakesSeveralAtOnce() {
        HeadlessWindow.start();
        List<Path> chosen = List.of(FILM, Path.of("/videos/text.mp4"));
        try (DeskUnderTest desk = desk();
                HeadlessWindow window =
                        HeadlessWindow.show(() -> MainStage.scene(desk.model(), () -> chosen), 960, 640)) {
            HeadlessWindow.onUi(() -> desk.model().go(Place.NEW));
            HeadlessWindow.onUi(() -> ((Button) window.the("#choose-video")).fire());

            LibraryModel library = desk.model().library();
            HeadlessWindow.await(
                    "both are settled",
                    () -> library.publications().stream()
                            .map(publication -> publication.video().state().get())
                            .allMatch(
                                    state -> state instanceof VideoState.Known || state instanceof VideoState.Refused));
            assertThat(HeadlessWindow.onUiThread(() -> library.publications().stream()
                            .map(publication ->
                                    publication.video().state().get().getClass())
                            .toList()))
                    .isEqualTo(List.of(VideoState.Refused.class, VideoState.Known.class));
        }
    }

    @Test
    void lookingCanBeStoppedAndTakenUpAgain() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk()) {
            LibraryModel library = desk.model().library();
            HeadlessWindow.onUi(() -> library.add(List.of(Path.of("/videos/endless.mkv"))));
            PublicationModel publication =
                    HeadlessWindow.onUiThread(() -> library.publications().getFirst());
            HeadlessWindow.await(
                    "it is being read",
                    () -> publication.video().state().get() instanceof VideoState.Looking looking
                            && looking.fraction() > 0);

            HeadlessWindow.onUi(() -> publication.video().stop());

            HeadlessWindow.await("it stopped", () -> publication.video().state().get() instanceof VideoState.Stopped);
        }
    }

    @Test
    void whatWasKnownIsKnownAfterARestart() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk()) {
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(FILM)));
            HeadlessWindow.await("it is known", () -> isKnown(desk.model().library()));
        }
        try (DeskUnderTest again = desk()) {
            assertThat(isKnown(again.model().library())).isTrue();
            HeadlessWindow.onUi(() -> again.model()
                    .library()
                    .remove(again.model().library().publications().getFirst()));
        }
        try (DeskUnderTest last = desk()) {
            assertThat(last.model().library().publications()).isEmpty();
        }
    }

    @Test
    void whatIsSearchedForIsFoundByTitleFileAndHashtag() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk()) {
            LibraryModel library = desk.model().library();
            HeadlessWindow.onUi(() -> library.add(List.of(FILM, Path.of("/videos/Второй.mp4"))));
            PublicationModel film =
                    HeadlessWindow.onUiThread(() -> library.publications().getLast());
            HeadlessWindow.onUi(() -> {
                film.details().title().set("Evening walk");
                film.details().addHashtags("город");
            });
            for (String wanted : List.of("EVENING", "film", "#гор")) {
                HeadlessWindow.onUi(() -> library.search().set(wanted));
                assertThat(HeadlessWindow.onUiThread(() -> library.publications().stream()
                                .filter(library::isFound)
                                .toList()))
                        .as(wanted)
                        .containsExactly(film);
            }
        }
    }

    private DeskUnderTest desk() {
        return HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, new ScriptedEngine(), HeadlessWindow.ui()));
    }

    private static boolean isKnown(LibraryModel library) {
        return library.publications().getFirst().video().state().get() instanceof VideoState.Known;
    }
}
