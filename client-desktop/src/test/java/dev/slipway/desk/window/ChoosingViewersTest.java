package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.language.Language;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.settings.Settings;
import dev.slipway.desk.store.Database;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.model.access.AccessLevel;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can watch: chosen, kept, and refused where the server does not have it. */
class ChoosingViewersTest {
    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void theServerGrantsTwo() {
        HeadlessWindow.start();
        try (Database database = Database.open(folder.resolve("desk.db"))) {
            Settings kept = new Settings(database);
            kept.put("launch.server", "https://video.example");
            kept.put(
                    "house",
                    "{\"server\":\"https://video.example\",\"chainId\":1,\"words\":[],"
                            + "\"accessLevels\":[\"public\",\"unlisted\"]}");
        }
    }

    @Test
    void whatIsChosenByKeyIsThereAfterTheNextStart() {
        try (DeskUnderTest desk = open();
                HeadlessWindow window = describe(desk)) {
            HeadlessWindow.onUi(() -> {
                assertThat(level(window, AccessLevel.PUBLIC).isSelected()).isTrue();
                level(window, AccessLevel.PUBLIC).requestFocus();
                press(level(window, AccessLevel.PUBLIC), KeyCode.DOWN);
                assertThat(level(window, AccessLevel.UNLISTED).isSelected()).isTrue();
                assertThat(level(window, AccessLevel.UNLISTED).isFocused()).isTrue();
                assertThat(first(desk).details().finished().access()).isEqualTo(AccessLevel.UNLISTED);
                press(level(window, AccessLevel.UNLISTED), KeyCode.DOWN);
                assertThat(first(desk).details().accessLevel().get())
                        .as("those that the server does not grant are passed over")
                        .isNotIn(AccessLevel.SUBSCRIBER, AccessLevel.SPONSOR);
                level(window, AccessLevel.UNLISTED).fire();
            });
            ScreensTest.draw(desk, "describe-viewers", () -> Person.sees(window, ".publication-section", Parent.class));
        }
        try (DeskUnderTest desk = open();
                HeadlessWindow window = describe(desk)) {
            HeadlessWindow.onUi(() -> {
                assertThat(level(window, AccessLevel.UNLISTED).isSelected()).isTrue();
                assertThat(first(desk).details().accessLevel().get()).isEqualTo(AccessLevel.UNLISTED);
                desk.model().texts().language().set(Language.ENGLISH);
                desk.model().library().show(null);
            });
            HeadlessWindow.await(
                    "its card says so",
                    () -> window.first(".publication-card") instanceof Node card
                            && card.getAccessibleText().endsWith(" · unlisted"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Your sponsors, https://video.example does not offer this yet.,"
                + " https://video.example does not offer “Your sponsors”. Choose who can watch anew; nothing can be paid"
                + " before.",
        "RUSSIAN, Ваши спонсоры, На https://video.example этого пока нет.,"
                + " 'На https://video.example нет варианта «Ваши спонсоры». Выберите заново, кто может смотреть: до этого"
                + " оплатить нельзя.'"
    })
    void whatTheServerDoesNotGrantSaysWhy(Language language, String name, String reason, String refusal) {
        try (DeskUnderTest desk = open();
                HeadlessWindow window = describe(desk)) {
            HeadlessWindow.onUi(() -> desk.model().texts().language().set(language));
            HeadlessWindow.onUi(() -> {
                RadioButton sponsors = level(window, AccessLevel.SPONSOR);
                assertThat(sponsors.isDisabled()).isTrue();
                assertThat(sponsors.getText()).isEqualTo(name);
                assertThat(meaning(window, AccessLevel.SPONSOR)).isEqualTo(reason);
                assertThat(sponsors.getAccessibleText()).isEqualTo(name + ". " + reason);
                assertThat(level(window, AccessLevel.SUBSCRIBER).isDisabled()).isTrue();
                assertThat(level(window, AccessLevel.UNLISTED).isDisabled()).isFalse();
                assertThat(meaning(window, AccessLevel.UNLISTED)).isNotEqualTo(reason);
                assertThat(Person.sees(window, "#access-wrong", Label.class).isVisible())
                        .isFalse();

                // As a draft may have it that was begun for another server.
                first(desk).details().accessLevel().set(AccessLevel.SPONSOR);
                Label wrong = Person.sees(window, "#access-wrong", Label.class);
                assertThat(wrong.isVisible()).isTrue();
                assertThat(wrong.getText()).isEqualTo(refusal);
                assertThat(level(window, AccessLevel.PUBLIC).getAccessibleHelp())
                        .isEqualTo(refusal);
                assertThat(first(desk).details().isAcceptable()).isFalse();

                first(desk).details().title().set("Rehearsal");
                level(window, AccessLevel.UNLISTED).fire();
                assertThat(wrong.isVisible()).isFalse();
                assertThat(first(desk).details().isAcceptable()).isTrue();
            });
        }
    }

    private DeskUnderTest open() {
        return HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, new ScriptedEngine(), HeadlessWindow.ui()));
    }

    private static HeadlessWindow describe(DeskUnderTest desk) {
        HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 980);
        HeadlessWindow.onUi(() -> {
            if (desk.model().library().publications().isEmpty()) {
                desk.model().library().add(List.of(Path.of("/videos/Rehearsal.mp4")));
            }
            desk.model().library().show(first(desk));
            first(desk).section().set(Section.DETAILS);
        });
        HeadlessWindow.await("there is a choice", () -> window.first("#access") != null);
        return window;
    }

    private static PublicationModel first(DeskUnderTest desk) {
        return desk.model().library().publications().getFirst();
    }

    private static RadioButton level(HeadlessWindow window, AccessLevel level) {
        return Person.sees(window, "#access-" + level.text(), RadioButton.class);
    }

    private static String meaning(HeadlessWindow window, AccessLevel level) {
        return Person.sees(window, "#access-" + level.text() + "-meaning", Label.class)
                .getText();
    }

    private static void press(RadioButton button, KeyCode key) {
        Event.fireEvent(button, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
    }
}
