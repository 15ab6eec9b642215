package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.testing.screen.ScreenShot;
import dev.slipway.model.problem.ProblemCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class TroubleWindowTest {
    private static final DeskException DAMAGED = new DeskException(
            ProblemCode.LIBRARY_DAMAGED, "The desk's library /home/me/desk.db is damaged (file is not a database).");
    private static final String KEPT_AS = "desk.db.broken-20261122-153000";

    @Test
    void aNewLibraryIsBegunOnlyByItsButton() throws Exception {
        assertThat(answer("#trouble-new-library")).isTrue();
        assertThat(answer("#trouble-close")).isFalse();
    }

    @Test
    void itIsDrawnInEveryLanguage() {
        HeadlessWindow.start();
        for (Language language : Language.values()) {
            TroublePage page = HeadlessWindow.onUiThread(
                    () -> new TroublePage(new Texts(language), DAMAGED, KEPT_AS, () -> {}, () -> {}));
            try (HeadlessWindow window = HeadlessWindow.show(() -> TroubleWindow.scene(page), 680, 460)) {
                assertThat(window.scene()).isNotNull();
                assertThat(ScreenShot.save(page, "trouble-" + language.locale().getLanguage()))
                        .isNotEmptyFile();
            }
        }
    }

    @Test
    void theEndOfTheProgramWaitsForNobodyToRead() throws Exception {
        HeadlessWindow.start();
        CancelSignal cancel = new CancelSignal();
        var answer = CompletableFuture.supplyAsync(() -> new TroubleWindow(cancel).askForNewLibrary(DAMAGED, KEPT_AS));
        HeadlessWindow.await("it is shown", () -> find("#trouble-close").isPresent());
        cancel.cancel();

        assertThat(answer.get(60, TimeUnit.SECONDS)).isFalse();
        HeadlessWindow.onUi(() -> find("#trouble-close").orElseThrow().fire());
    }

    private static boolean answer(String button) throws Exception {
        HeadlessWindow.start();
        var answer = CompletableFuture.supplyAsync(
                () -> new TroubleWindow(new CancelSignal()).askForNewLibrary(DAMAGED, KEPT_AS));
        HeadlessWindow.await("it is shown", () -> find(button).isPresent());
        HeadlessWindow.onUi(() -> find(button).orElseThrow().fire());
        return answer.get(60, TimeUnit.SECONDS);
    }

    private static Optional<Button> find(String button) {
        return Window.getWindows().stream()
                .map(window -> window.getScene().lookup(button))
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .findFirst();
    }
}
