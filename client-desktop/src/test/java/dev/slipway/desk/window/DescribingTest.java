package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.profile.AvatarModel;
import dev.slipway.desk.profile.AvatarState;
import dev.slipway.desk.profile.CropBox;
import dev.slipway.desk.profile.Square;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.model.profile.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who the author is: typed, shown with a picture, or left out. */
class DescribingTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void anAuthorIsNamedWithAPictureOrNotAtAll() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new ScriptedEngine(), HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 980)) {
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
            PublicationModel publication = HeadlessWindow.onUiThread(
                    () -> desk.model().library().publications().getFirst());
            HeadlessWindow.onUi(() -> publication.section().set(Section.DETAILS));
            Person.types(window, "#title", "Evening in the old town");
            Person.types(window, "#profile-name", "Maria Petrova");
            Person.types(window, "#profile-url", "no link");
            assertThat(HeadlessWindow.onUiThread(() -> publication.details().isAcceptable()))
                    .isFalse();
            Person.types(window, "#profile-activityHobbies", "Rowing, old towns, film cameras");

            AvatarModel avatar = publication.details().author().avatar();
            HeadlessWindow.onUi(() -> avatar.choose(Path.of("/pictures/me.jpg")));
            HeadlessWindow.await("the square is chosen", () -> window.first("#crop") != null);
            moveTheSquare(window);
            draw(desk, window, "describe-crop");
            Person.presses(window, "#avatar-take");
            HeadlessWindow.await("it is shown", () -> avatar.shown().get() != null);
            Person.types(window, "#profile-url", "https://example.com/maria");
            assertThat(avatar.state().get()).isInstanceOf(AvatarState.Idle.class);
            Profile named = HeadlessWindow.onUiThread(
                    () -> publication.details().finished().profileOrEmpty());
            assertThat(named.name()).isEqualTo("Maria Petrova");
            assertThat(named.avatar()).isNotNull();
            draw(desk, window, "describe-named");

            Person.presses(window, "#incognito");
            assertThat(HeadlessWindow.onUiThread(
                            () -> publication.details().finished().profile()))
                    .isEqualTo(Profile.INCOGNITO);
            draw(desk, window, "describe-incognito");
        }
    }

    @Test
    void aHashtagThatTheServerRefusesIsSaidAndOneThatIsOfferedIsTakenAlone() {
        HeadlessWindow.start();
        try (Database database = Database.open(folder.resolve("desk.db"))) {
            Settings kept = new Settings(database);
            kept.put("launch.server", "https://video.example");
            kept.put(
                    "house",
                    "{\"server\":\"https://video.example\",\"chainId\":1,\"words\":[{\"word\":\"casino\","
                            + "\"language\":\"en\",\"category\":\"gambling\"}]}");
        }
        try (DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new ScriptedEngine(), HeadlessWindow.ui()));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 980)) {
            HeadlessWindow.onUi(() -> {
                desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"), Path.of("/videos/Boat.mp4")));
                desk.model().library().publications().getLast().details().addHashtags("sailing");
            });
            PublicationModel publication = HeadlessWindow.onUiThread(
                    () -> desk.model().library().publications().getFirst());
            HeadlessWindow.onUi(() -> {
                desk.model().library().show(publication);
                publication.section().set(Section.DETAILS);
            });
            Person.types(window, "#hashtag-entry", "casino");
            HeadlessWindow.onUi(
                    () -> Event.fireEvent(Person.sees(window, "#hashtag-entry", TextField.class), new ActionEvent()));
            HeadlessWindow.await("the word is refused", () -> said(window).contains("“casino”"));
            assertThat(HeadlessWindow.onUiThread(() -> publication.details().isAcceptable()))
                    .isFalse();
            HeadlessWindow.onUi(() -> publication.details().removeHashtag("casino"));
            HeadlessWindow.await("nothing is wrong any more", () -> said(window).isEmpty());

            HeadlessWindow.onUi(
                    () -> Person.sees(window, "#hashtag-entry", TextField.class).requestFocus());
            Person.types(window, "#hashtag-entry", "sai");
            HeadlessWindow.await("one is offered", () -> window.first(".offered") != null);
            HeadlessWindow.onUi(() -> {
                Button offered = Person.sees(window, ".offered", Button.class);
                offered.requestFocus();
                offered.fire();
            });
            assertThat(HeadlessWindow.onUiThread(
                            () -> List.copyOf(publication.details().hashtags())))
                    .containsExactly("sailing");
        }
    }

    private static String said(HeadlessWindow window) {
        return Objects.requireNonNullElse(
                Person.sees(window, "#hashtag-entry", TextField.class).getAccessibleHelp(), "");
    }

    /** The section is longer than the window. */
    private static void draw(DeskUnderTest desk, HeadlessWindow window, String name) {
        ScreensTest.draw(desk, name, () -> Person.sees(window, ".publication-section", Parent.class));
    }

    /** With the keyboard: smaller, and to the right edge, where it stops. */
    private static void moveTheSquare(HeadlessWindow window) {
        HeadlessWindow.onUi(() -> {
            CropBox box = Person.sees(window, "#crop", CropBox.class);
            Square first = box.chosen();
            press(box, KeyCode.MINUS, 10);
            assertThat(box.chosen().side()).isLessThan(first.side());
            press(box, KeyCode.RIGHT, 200);
            Square right = box.chosen();
            press(box, KeyCode.RIGHT, 1);
            assertThat(box.chosen()).isEqualTo(right);
            assertThat(right.left()).isEqualTo(1);
            press(box, KeyCode.LEFT, 5);
            assertThat(box.chosen().left()).isLessThan(right.left());
        });
    }

    private static void press(CropBox box, KeyCode key, int times) {
        for (int i = 0; i < times; i++) {
            Event.fireEvent(box, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        }
    }
}
