package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.launch.journal.Begun;
import dev.slipway.desk.launch.journal.Journal;
import dev.slipway.desk.launch.journal.JournalEntry;
import dev.slipway.desk.launch.journal.Journals;
import dev.slipway.desk.launch.journal.Published;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import dev.slipway.model.ethereum.Bytes32;
import dev.slipway.model.publication.PublicationForm;
import dev.slipway.model.publication.PublicationId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library of a desk on which the command line was at work. */
class CommandedTest {
    private static final String PAGE = "http://127.0.0.1:1/watch/ship";

    @TempDir
    Path folder = Path.of("");

    private final List<URI> browsed = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        HeadlessWindow.start();
    }

    @Test
    void whatCommandsPublishedIsInTheLibraryAndLeadsToItsPage() {
        begun("shown", new PublicationForm("Shown to be paid", null, List.of("sea")), entry -> entry.withShown(word()));
        begun(
                "out",
                new PublicationForm("A ship", null, List.of("ships")),
                entry -> entry.withPrepared(new JournalEntry.PreparedFacts("e30=", 1, null, 400_000, 100_000))
                        .withPublished(new Published(new PublicationId(UUID.randomUUID()), PAGE, PAGE, null, word())));
        try (DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui(), browsed::add));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 960, 640)) {
            HeadlessWindow.await("they are read", () -> seen(window).contains("A ship"));
            assertThat(words(window))
                    .contains("Shown to be paid", "Waits for a payment that was shown")
                    .anyMatch(line -> line.matches("Published · 400.kB → 100.kB, 75.% saved"));
            ScreensTest.draw(desk, window, "library-commanded");

            Person.presses(window, "#commanded .button");
            HeadlessWindow.await("its page is opened", () -> browsed.equals(List.of(URI.create(PAGE))));
            HeadlessWindow.onUi(() -> Person.sees(window, "#library-search", TextInputControl.class)
                    .setText("#sea"));
            assertThat(words(window)).contains("Shown to be paid").doesNotContain("A ship");
        }
    }

    @Test
    void theWindowsOwnAreNotShownTwice() {
        Path own = folder.resolve("drafts").resolve(UUID.randomUUID().toString());
        try (Journal journal = journals().open("own", own, new PublicationForm("In the window", null, null))) {
            journal.change(entry -> entry);
        }
        begun("out", new PublicationForm("A ship", null, null), entry -> entry);
        try (DeskUnderTest desk = HeadlessWindow.onUiThread(
                        () -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui(), browsed::add));
                HeadlessWindow window = HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 960, 640)) {
            HeadlessWindow.await("they are read", () -> seen(window).contains("A ship"));

            assertThat(words(window)).doesNotContain("In the window");
            assertThat(journals().all()).extracting(Begun::key).containsExactlyInAnyOrder("own", "out");
        }
    }

    @Test
    void aFinishedOneHasItsPoster() throws Exception {
        Path made = Files.createDirectories(folder.resolve("publish").resolve("out"));
        Files.writeString(made.resolve("poster.webp"), "a poster");
        begun("out", new PublicationForm("A ship", null, null), entry -> entry);
        begun("none", new PublicationForm("Nothing yet", null, null), entry -> entry);
        for (int starts = 0; starts < 2; starts++) {
            try (DeskUnderTest desk = HeadlessWindow.onUiThread(
                            () -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui(), browsed::add));
                    HeadlessWindow window =
                            HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 960, 640)) {
                HeadlessWindow.await(
                        "the poster is shown",
                        () -> posters(window).stream()
                                        .filter(view -> view.getImage() != null
                                                && view.getImage().getProgress() == 1
                                                && !view.getImage().isError())
                                        .count()
                                == 1);
                assertThat(HeadlessWindow.onUiThread(() -> posters(window).size()))
                        .isEqualTo(2);
                ScreensTest.draw(desk, window, "library-commanded-poster");
            }
        }
        try (var kept = Files.list(folder.resolve("posters"))) {
            assertThat(kept).as("made once").hasSize(1);
        }
    }

    /** On the window's thread. */
    private static List<ImageView> posters(HeadlessWindow window) {
        return window.all("#commanded .poster .image-view").stream()
                .map(ImageView.class::cast)
                .toList();
    }

    private void begun(String key, PublicationForm form, java.util.function.UnaryOperator<JournalEntry> change) {
        try (Journal journal = journals().open(key, folder.resolve("publish").resolve(key), form)) {
            journal.change(change);
        }
    }

    private Journals journals() {
        return new Journals(folder.resolve("desk.db"), InstantSource.system());
    }

    private static Bytes32 word() {
        return new Bytes32("0x" + "5a".repeat(32));
    }

    private static List<String> words(HeadlessWindow window) {
        return HeadlessWindow.onUiThread(() -> seen(window));
    }

    /** On the window's thread. */
    private static List<String> seen(HeadlessWindow window) {
        return window.all("#commanded .label").stream()
                .map(Labeled.class::cast)
                .map(Labeled::getText)
                .toList();
    }
}
