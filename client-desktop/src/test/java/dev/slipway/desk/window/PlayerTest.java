package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.player.Cut;
import dev.slipway.desk.player.PlayerModel;
import dev.slipway.desk.player.PlayerState;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.testing.ScriptedEngine;
import dev.slipway.desk.testing.ScriptedPlayer;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.media.plan.wish.Trim;
import dev.slipway.media.preview.PreviewCommand;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The player as hands and eyes meet it. */
class PlayerTest {
    private static final Path FILM = Path.of("/videos/film.mp4");

    @TempDir
    Path folder = Path.of("");

    private final ScriptedEngine engine = new ScriptedEngine();

    @Test
    void draggingShowsWhatIsNearAndLettingGoTheVeryPicture() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PlayerModel player = open(desk).player();
            Node timeline = find(window, ".timeline");
            HeadlessWindow.onUi(() -> {
                mouse(timeline, MouseEvent.MOUSE_PRESSED, 0.25);
                mouse(timeline, MouseEvent.MOUSE_DRAGGED, 0.5);
                mouse(timeline, MouseEvent.MOUSE_RELEASED, 0.75);
            });
            long wanted = Math.round(ScriptedPlayer.DURATION * 0.75);
            HeadlessWindow.await(
                    "the picture is there: " + engine.players().getFirst().told() + " "
                            + player.position().get(),
                    () -> Math.abs(player.position().get() - wanted) <= 2 * ScriptedPlayer.FRAME);
            List<PreviewCommand.Nearness> asked = engine.players().getFirst().told().stream()
                    .filter(PreviewCommand.Show.class::isInstance)
                    .map(command -> ((PreviewCommand.Show) command).nearness())
                    .toList();
            assertThat(asked)
                    .endsWith(
                            PreviewCommand.Nearness.PROXY,
                            PreviewCommand.Nearness.PROXY,
                            PreviewCommand.Nearness.EXACT);
            assertThat(sunOn(window)).as("where the sun begins in the picture").isBetween(0.64, 0.69);
        }
    }

    @Test
    void theEndsAndThePosterAreChosenByHandOrKeyAndKept() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PublicationModel publication = open(desk);
            Node timeline = find(window, ".timeline");
            seek(publication, 10_000_000);
            HeadlessWindow.onUi(() -> button(window, "#player-from").fire());
            seek(publication, 20_000_000);
            HeadlessWindow.onUi(() -> key(timeline, KeyCode.O));
            seek(publication, 15_000_000);
            HeadlessWindow.onUi(() -> button(window, "#player-poster").fire());

            assertThat(HeadlessWindow.onUiThread(
                            () -> publication.prepare().wishes().trim().get()))
                    .isEqualTo(new Trim(10_000_000, 20_000_000 + ScriptedPlayer.FRAME));
            assertThat(HeadlessWindow.onUiThread(
                            () -> publication.prepare().wishes().poster().get()))
                    .isEqualTo(15_000_000);
        }
        try (DeskUnderTest again = desk()) {
            PublicationModel publication =
                    again.model().library().publications().getFirst();
            assertThat(publication.cut().get()).isEqualTo(new Cut(10_000_000, 20_000_000 + ScriptedPlayer.FRAME));
            assertThat(publication.prepare().wishes().poster().get()).isEqualTo(15_000_000);
        }
    }

    @Test
    void aPosterThatIsCutOffIsGivenUpAndSaid() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            PublicationModel publication = open(desk);
            find(window, ".timeline");
            seek(publication, 10_000_000);
            HeadlessWindow.onUi(() -> button(window, "#player-poster").fire());
            seek(publication, 15_000_000);
            HeadlessWindow.onUi(() -> button(window, "#player-from").fire());
            assertThat(poster(publication)).as("cut off afterwards").isNull();
            assertThat(words(window)).anyMatch(word -> word.startsWith("That picture is cut off"));

            HeadlessWindow.onUi(() -> button(window, "#player-poster").fire());
            assertThat(poster(publication)).isEqualTo(15_000_000);
            assertThat(words(window)).noneMatch(word -> word.startsWith("That picture is cut off"));
            seek(publication, 4_000_000);
            HeadlessWindow.onUi(() -> button(window, "#player-poster").fire());
            assertThat(poster(publication)).as("the one that was chosen before").isEqualTo(15_000_000);
            assertThat(words(window)).anyMatch(word -> word.startsWith("That picture is cut off"));
        }
    }

    @Test
    void aPosterIsTakenFromThoseOnOfferWhichAreNotCutOff() throws IOException {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 980)) {
            PublicationModel publication = open(desk);
            find(window, ".timeline");
            engine.players().getFirst().offer(smallPicture(), 5_000_000, 12_000_000, 18_000_000);
            HeadlessWindow.await("they are on offer", () -> offers(window).size() == 3);
            HeadlessWindow.onUi(() -> ((ButtonBase) offers(window).get(1)).fire());
            assertThat(poster(publication)).isEqualTo(12_000_000);
            assertThat(HeadlessWindow.onUiThread(
                            () -> publication.player().position().get()))
                    .isEqualTo(12_000_000);
            assertThat(HeadlessWindow.onUiThread(() -> offers(window).get(1).getStyleClass()))
                    .contains("chosen");
            ScreensTest.draw(desk, window, "video-posters");

            seek(publication, 10_000_000);
            HeadlessWindow.onUi(() -> button(window, "#player-from").fire());
            assertThat(HeadlessWindow.onUiThread(() -> offers(window).size())).isEqualTo(2);
            assertThat(poster(publication)).isEqualTo(12_000_000);
        }
    }

    /** On the window's thread. */
    private static List<Node> offers(HeadlessWindow window) {
        return List.copyOf(window.all(".poster-offer"));
    }

    private static byte[] smallPicture() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        BufferedImage picture = new BufferedImage(320, 180, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 180; y++) {
            for (int x = 0; x < 320; x++) {
                picture.setRGB(x, y, x / 2 << 16 | y << 8 | 0x60);
            }
        }
        ImageIO.write(picture, "jpg", jpeg);
        return jpeg.toByteArray();
    }

    private static @Nullable Long poster(PublicationModel publication) {
        return HeadlessWindow.onUiThread(() -> Optional.ofNullable(
                        publication.prepare().wishes().poster().get()))
                .orElse(null);
    }

    private static List<String> words(HeadlessWindow window) {
        return HeadlessWindow.onUiThread(() -> window.all(".label").stream()
                .map(label -> String.valueOf(((Labeled) label).getText()))
                .toList());
    }

    @Test
    void whyThereIsNoPictureStandsInItsPlace() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 960, 640)) {
            open(desk);
            for (int death = 1; death <= 3; death++) {
                int worker = death;
                HeadlessWindow.await("there is a worker", () -> engine.players().size() == worker);
                engine.players().getLast().die();
            }
            HeadlessWindow.await("it is told", () -> window.first(".player .notice.bad") != null);
            Node notice = find(window, ".player .notice.bad");
            Node screen = find(window, ".player-screen");
            HeadlessWindow.onUi(() -> assertThat(screen.localToScene(screen.getBoundsInLocal())
                            .contains(notice.localToScene(notice.getBoundsInLocal())))
                    .as("it lies on the picture")
                    .isTrue());
            ScreensTest.draw(desk, window, "player-failed");
        }
    }

    @Test
    void aWorkerLivesAsLongAsItsPlayerIsOnTheScreen() {
        HeadlessWindow.start();
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820)) {
            assertThat(window.scene()).isNotNull();
            open(desk);
            HeadlessWindow.onUi(() -> desk.model().go(Place.SETTINGS));
            HeadlessWindow.await(
                    "it is closed", () -> engine.players().getFirst().isClosed());
        }
    }

    private void seek(PublicationModel publication, long micros) {
        HeadlessWindow.onUi(() -> publication.player().seek(micros));
        HeadlessWindow.await(
                "the picture is there",
                () -> Objects.requireNonNull(publication.player().picture().get())
                                .micros()
                        == micros);
    }

    private PublicationModel open(DeskUnderTest desk) {
        HeadlessWindow.onUi(() -> desk.model().library().add(List.of(FILM)));
        PublicationModel publication = HeadlessWindow.onUiThread(
                () -> desk.model().library().publications().getFirst());
        HeadlessWindow.await(
                "the film is open",
                () -> publication.player().state().get() instanceof PlayerState.Open
                        && publication.player().picture().get() != null);
        return publication;
    }

    private DeskUnderTest desk() {
        return HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui()));
    }

    private static Node find(HeadlessWindow window, String selector) {
        return HeadlessWindow.onUiThread(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return window.the(selector);
        });
    }

    private static Button button(HeadlessWindow window, String id) {
        return (Button) window.the(id);
    }

    /** How far to the right the brightest pixel of the row through the sun is, from 0 to 1. */
    private static double sunOn(HeadlessWindow window) {
        return HeadlessWindow.onUiThread(() -> {
            ImageView view = (ImageView) window.the(".player-screen .image-view");
            var image = view.getImage();
            int y = (int) (image.getHeight() * 0.43);
            int best = 0;
            for (int x = 0; x < image.getWidth(); x++) {
                Color here = image.getPixelReader().getColor(x, y);
                if (here.getBlue() > image.getPixelReader().getColor(best, y).getBlue()) {
                    best = x;
                }
            }
            return best / image.getWidth();
        });
    }

    private static void mouse(Node node, javafx.event.EventType<MouseEvent> type, double share) {
        Point2D at = node.localToScene(node.getLayoutBounds().getWidth() * share, 5);
        node.fireEvent(new MouseEvent(
                type,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null));
    }

    private static void key(Node node, KeyCode code) {
        node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
