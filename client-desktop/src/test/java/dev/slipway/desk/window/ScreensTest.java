package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.details.DetailsModel;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.testing.screen.ScreenShot;
import dev.slipway.desk.theme.Appearance;
import dev.slipway.desk.video.VideoState;
import dev.slipway.media.run.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every page in both languages and both themes, as pictures in target/screens: they are to be looked at. */
class ScreensTest {
    private static final List<Appearance> APPEARANCES = List.of(Appearance.LIGHT, Appearance.DARK);

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyPageIsDrawnInEveryLanguageAndTheme() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            draw(desk, window, "library-empty");
            HeadlessWindow.onUi(() -> desk.model().go(Place.SETTINGS));
            draw(desk, window, "settings");
            HeadlessWindow.onUi(() -> desk.model()
                    .library()
                    .add(List.of(
                            Path.of("/videos/Evening in the old town.mp4"),
                            Path.of("/videos/joined tapes.ts"),
                            Path.of("/videos/difficult phone clip.mov"),
                            Path.of("/videos/text.mp4"),
                            Path.of("/videos/endless.mkv"))));
            HeadlessWindow.await(
                    "the videos are looked into",
                    () -> desk.model().library().publications().stream()
                            .allMatch(publication -> isSettled(publication)));
            HeadlessWindow.onUi(() -> desk.model().go(Place.LIBRARY));
            HeadlessWindow.onUi(() -> describe(desk));
            draw(desk, window, "library");
            HeadlessWindow.onUi(() -> desk.model().library().search().set("nothing like it"));
            draw(desk, window, "library-nothing-found");
            HeadlessWindow.onUi(() -> desk.model().library().search().set(""));
            for (PublicationModel publication : desk.model().library().publications()) {
                HeadlessWindow.onUi(() -> desk.model().library().show(publication));
                for (Section section : worthDrawing(publication)) {
                    HeadlessWindow.onUi(() -> publication.section().set(section));
                    draw(desk, window, section + "-" + firstWord(publication));
                    draw(
                            desk,
                            section + "-whole-" + firstWord(publication),
                            () -> Person.sees(window, ".publication-section", Parent.class));
                }
            }
        }
    }

    private static String firstWord(PublicationModel publication) {
        return publication.video().source().getFileName().toString().split("[. ]")[0];
    }

    private static void describe(DeskUnderTest desk) {
        List<PublicationModel> publications = desk.model().library().publications();
        DetailsModel good = publications.getLast().details();
        good.title().set("Evening in the old town");
        good.description().set("A walk from the market square down to the river, filmed by hand in late September.");
        good.addHashtags("city evening walk вечер");
        DetailsModel wrong = publications.get(2).details();
        wrong.title().set("A very long title ".repeat(8));
    }

    /** Running, protected and finished: what only shows while or after something is made. */
    @Test
    void makingIsDrawnInEveryLanguageAndTheme() {
        HeadlessWindow.start();
        MakingEngine engine = new MakingEngine();
        try (DeskUnderTest desk =
                        HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
            PublicationModel publication = HeadlessWindow.onUiThread(
                    () -> desk.model().library().publications().getFirst());
            HeadlessWindow.await("it is known", () -> isSettled(publication));
            HeadlessWindow.onUi(() -> {
                publication.section().set(Section.PREPARE);
                publication.prepare().wishes().protect().set(true);
                publication.prepare().wishes().aimed().set(true);
            });
            HeadlessWindow.await(
                    "it is foretold",
                    () -> !publication.prepare().words().forecastRows().isEmpty());
            draw(desk, window, "prepare-protected");
            HeadlessWindow.onUi(() -> publication.sideBySide().compare(13_000_000));
            HeadlessWindow.await("pictures lie side by side", () -> window.first(".loupe") != null);
            draw(desk, "prepare-compared", () -> Person.sees(window, ".publication-section", Parent.class));
            HeadlessWindow.onUi(() -> publication.prepare().start());
            HeadlessWindow.await(
                    "it is under way", () -> publication.prepare().fraction().get() > 0);
            draw(desk, window, "prepare-running");
            engine.tell(new Notice(Notice.RESUMED, "Going on from 42 %, which an earlier run finished.", "42 %"));
            engine.tell(new Notice(Notice.SUBTITLES_LOST, "They are left out.", "subtitles-ru.vtt"));
            engine.finish();
            HeadlessWindow.await(
                    "it is made", () -> publication.prepare().finished().isPresent());
            HeadlessWindow.await(
                    "what survived is read",
                    () -> !publication.prepare().survival().words().isEmpty());
            draw(desk, window, "prepare-done");
            draw(desk, "prepare-survival", () -> Person.sees(window, ".survival", Parent.class));
        }
    }

    /** Words are drawn where there are some; making is drawn by itself. */
    private static List<Section> worthDrawing(PublicationModel publication) {
        return publication.details().isEmpty() ? List.of(Section.VIDEO) : List.of(Section.VIDEO, Section.DETAILS);
    }

    private static boolean isSettled(PublicationModel publication) {
        return switch (publication.video().state().get()) {
            case VideoState.Looking looking -> looking.fraction() > 0;
            case VideoState.Known known -> publication.video().picture().get() != null;
            case VideoState.Stopped stopped -> false;
            case VideoState.Refused refused -> true;
        };
    }

    static void draw(DeskUnderTest desk, HeadlessWindow window, String name) {
        draw(desk, name, () -> window.scene().getRoot());
    }

    /** @param part of the window */
    static void draw(DeskUnderTest desk, String name, Supplier<Parent> part) {
        for (Language language : Language.values()) {
            for (Appearance appearance : APPEARANCES) {
                HeadlessWindow.onUi(() -> {
                    desk.model().texts().language().set(language);
                    desk.model().settings().appearance().set(appearance);
                });
                String file = String.join("-", name, language.locale().getLanguage(), appearance.name());
                assertThat(ScreenShot.save(part.get(), file.toLowerCase(Locale.ROOT)))
                        .isNotEmptyFile();
            }
        }
    }
}
