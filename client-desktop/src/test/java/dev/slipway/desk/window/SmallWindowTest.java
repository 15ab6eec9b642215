package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.control.AskedOnce;
import dev.slipway.desk.language.Language;
import dev.slipway.desk.launch.underway.LaunchKind;
import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.SmallServer;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.desk.testing.screen.ScreenShot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The smallest window that everything has to fit into: 960 by 640. */
class SmallWindowTest {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 640;

    @TempDir
    Path folder = Path.of("");

    private final MakingEngine engine = new MakingEngine();
    private final SmallServer server = SmallServer.start(InstantSource.system());
    private final List<URI> browsed = new CopyOnWriteArrayList<>();

    SmallWindowTest() throws IOException {}

    @BeforeEach
    void start() {
        HeadlessWindow.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theCardsTellWhatTheirFilmsCameToAndLeadToTheirPages() {
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = window(desk)) {
            HeadlessWindow.onUi(() -> desk.model()
                    .library()
                    .add(List.of(
                            Path.of("/videos/Evening.mp4"),
                            Path.of("/videos/Morning.mp4"),
                            Path.of("/videos/Night.mp4"))));
            List<PublicationModel> publications =
                    List.copyOf(desk.model().library().publications());
            publications.forEach(publication -> HeadlessWindow.await(
                    "it is known", () -> publication.video().facts().isPresent()));
            PublicationModel first = publications.getFirst();
            HeadlessWindow.onUi(() -> first.details().title().set("Evening in the old town"));
            make(publications.get(1));
            make(first);
            open(desk, first, Section.PAY);
            Person.types(window, "#launch-server", server.url());
            Person.presses(window, "#pay");
            awaitKind(first, LaunchKind.ASKING);
            Person.presses(window, "#pay-agree");
            awaitKind(first, LaunchKind.PAID);
            HeadlessWindow.onUi(() -> desk.model().library().show(null));
            assertThat(texts(window, "#card-cost")).containsExactly("0.000000000000002 ETH");
            assertThat(shown(window, "#card-watch")).isEmpty();

            HeadlessWindow.onUi(() -> first.launch().save());
            HeadlessWindow.await("it is on its way", () -> first.launch().kind().get() != LaunchKind.PAID);
            assertThat(texts(window, "#card-cost"))
                    .as("what was paid stays paid")
                    .containsExactly("0.000000000000002 ETH");
            awaitKind(first, LaunchKind.PUBLISHED);
            ScreensTest.draw(desk, window, "library-published-small");
            HeadlessWindow.onUi(() -> desk.model().texts().language().set(Language.ENGLISH));
            assertThat(texts(window, "#card-sizes"))
                    .as("published, prepared, and nothing of the one that is only known")
                    .containsExactly("400 kB → 220 kB, 45 % saved", "400 kB → 220 kB, 45 % saved");

            String link = first.launch().watchUrl().orElseThrow();
            FxRobot person = new FxRobot();
            person.clickOn(shown(window, "#card-watch").getFirst());
            HeadlessWindow.await("its page is opened", () -> browsed.contains(URI.create(link)));
            person.clickOn(shown(window, "#card-copy").getFirst());
            HeadlessWindow.await(
                    "its link is copied",
                    () -> link.equals(Clipboard.getSystemClipboard().getString()));
            assertThat(HeadlessWindow.onUiThread(
                            () -> desk.model().library().open().get() == null))
                    .as("the library is still there")
                    .isTrue();
            person.clickOn(shown(window, "#card-cost").getFirst());
            HeadlessWindow.await(
                    "the card itself opens the publication",
                    () -> first.equals(desk.model().library().open().get()));
        }
    }

    @Test
    void bothAnswersAreInTheWindow() {
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = window(desk)) {
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
            PublicationModel publication = desk.model().library().publications().getFirst();
            HeadlessWindow.await(
                    "it is known", () -> publication.video().facts().isPresent());
            HeadlessWindow.onUi(() -> publication.details().title().set("Evening in the old town by the river"));
            asksInsideTheWindow(desk, window, ".publication-head .danger", "small-remove");

            HeadlessWindow.onUi(() -> desk.model().library().show(null));
            make(publication);
            open(desk, publication, Section.PAY);
            Person.types(window, "#launch-server", server.url());
            HeadlessWindow.onUi(() -> Person.sees(window, "#pay-with-elsewhere", RadioButton.class)
                    .fire());
            Person.presses(window, "#pay");
            awaitKind(publication, LaunchKind.ASKING);
            Person.presses(window, "#pay-agree");
            awaitKind(publication, LaunchKind.ELSEWHERE);
            Person.presses(window, "#elsewhere-stop");
            awaitKind(publication, LaunchKind.PAY_STOPPED);
            asksInsideTheWindow(desk, window, ".publication-section .danger", "small-withdraw");
        }
    }

    /** The section is made anew with the language, so it is asked in each. */
    private static void asksInsideTheWindow(DeskUnderTest desk, HeadlessWindow window, String act, String name) {
        for (Language language : Language.values()) {
            HeadlessWindow.onUi(() -> desk.model().texts().language().set(language));
            if (answers(window).isEmpty()) {
                Person.presses(window, act);
            }
            assertThat(ScreenShot.save(
                            window.scene().getRoot(),
                            name + "-" + language.locale().getLanguage()))
                    .isNotEmptyFile();
            List<ButtonBase> answers = answers(window);
            HeadlessWindow.onUi(() -> assertThat(answers).hasSize(2).allSatisfy(SmallWindowTest::isWholeAndInside));
        }
    }

    private static void isWholeAndInside(ButtonBase answer) {
        Bounds bounds = answer.localToScene(answer.getLayoutBounds());
        assertThat(bounds.getMinX()).isNotNegative();
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(WIDTH);
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(HEIGHT);
        assertThat(answer.getWidth()).as("it is whole").isGreaterThanOrEqualTo(answer.prefWidth(-1));
        Text question = (Text) answer.getParent().lookup(".strong .text");
        assertThat(question.getText())
                .as("nothing of it is left out")
                .doesNotEndWith("...")
                .doesNotEndWith("…");
    }

    private static List<ButtonBase> answers(HeadlessWindow window) {
        return HeadlessWindow.onUiThread(() -> window.all(".button").stream()
                .filter(button -> button.getParent() instanceof AskedOnce asked
                        && asked.getChildren().size() > 1)
                .map(ButtonBase.class::cast)
                .toList());
    }

    @Test
    void anotherSectionBeginsAtItsTop() {
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = window(desk)) {
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
            PublicationModel publication = desk.model().library().publications().getFirst();
            HeadlessWindow.await(
                    "it is known", () -> publication.video().facts().isPresent());
            HeadlessWindow.onUi(() -> {
                turnTo(publication, Section.PREPARE, window);
                middle(window).setVvalue(1);
                window.scene().getRoot().layout();
                assertThat(headingBelowTop(window)).as("it is scrolled").isNegative();
                turnTo(publication, Section.VIDEO, window);
                assertThat(headingBelowTop(window)).isPositive();
            });
        }
    }

    private static void turnTo(PublicationModel publication, Section section, HeadlessWindow window) {
        publication.section().set(section);
        // What takes its height from its width knows that after a first layout.
        for (int round = 0; round < 2; round++) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        }
    }

    private static double headingBelowTop(HeadlessWindow window) {
        return top(Person.sees(window, ".publication-section .section-title", Node.class)) - top(middle(window));
    }

    private static double top(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    private static ScrollPane middle(HeadlessWindow window) {
        return Person.sees(window, ".publication > .scroll-pane", ScrollPane.class);
    }

    private DeskUnderTest desk() {
        return HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, engine, HeadlessWindow.ui(), browsed::add));
    }

    private static HeadlessWindow window(DeskUnderTest desk) {
        return HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), WIDTH, HEIGHT);
    }

    private static void open(DeskUnderTest desk, PublicationModel publication, Section section) {
        HeadlessWindow.onUi(() -> {
            desk.model().library().show(publication);
            publication.section().set(section);
        });
    }

    private void make(PublicationModel publication) {
        HeadlessWindow.onUi(() -> publication.prepare().start());
        engine.finish();
        HeadlessWindow.await(
                "it is made", () -> publication.prepare().finished().isPresent());
    }

    private static void awaitKind(PublicationModel publication, LaunchKind wanted) {
        HeadlessWindow.await(
                "it is " + wanted, () -> publication.launch().kind().get() == wanted);
    }

    private static List<Node> shown(HeadlessWindow window, String selector) {
        return HeadlessWindow.onUiThread(() -> {
            Set<Node> found = window.all(selector);
            return found.stream().filter(SmallWindowTest::isShown).collect(Collectors.toList());
        });
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static List<String> texts(HeadlessWindow window, String selector) {
        return shown(window, selector).stream()
                .map(node -> ((Labeled) node).getText().replace('\u00a0', ' '))
                .toList();
    }
}
