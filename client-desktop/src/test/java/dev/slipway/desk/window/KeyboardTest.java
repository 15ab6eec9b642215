package dev.slipway.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.desk.publication.PublicationModel;
import dev.slipway.desk.publication.Section;
import dev.slipway.desk.testing.MakingEngine;
import dev.slipway.desk.testing.screen.HeadlessWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has no mouse reaches everything, and whoever sees nothing hears what it is. */
class KeyboardTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void everyPlaceIsReachedAndNamed(Place place) {
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = window(desk)) {
            HeadlessWindow.onUi(() -> desk.model().go(place));
            walk(window);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everySectionOfAPublicationIsReachedAndNamed(Section section) {
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = window(desk)) {
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
            PublicationModel publication = HeadlessWindow.onUiThread(
                    () -> desk.model().library().publications().getFirst());
            HeadlessWindow.await(
                    "it is known", () -> publication.video().facts().isPresent());
            HeadlessWindow.onUi(() -> {
                desk.model().library().show(publication);
                publication.section().set(section);
                publication.details().addHashtags("one two");
            });
            walk(window);
        }
    }

    @Test
    void aTabIsNoPartOfADescription() {
        try (DeskUnderTest desk = desk();
                HeadlessWindow window = window(desk)) {
            HeadlessWindow.onUi(() -> desk.model().library().add(List.of(Path.of("/videos/Evening.mp4"))));
            PublicationModel publication = HeadlessWindow.onUiThread(
                    () -> desk.model().library().publications().getFirst());
            HeadlessWindow.onUi(() -> publication.section().set(Section.DETAILS));
            Person.types(window, "#description", "tag");
            HeadlessWindow.onUi(() -> {
                Node field = Person.sees(window, "#description", TextInputControl.class);
                field.requestFocus();
                tab(field, false);
                assertThat(window.scene().getFocusOwner()).isNotEqualTo(field);
                tab(window.scene().getFocusOwner(), true);
                assertThat(window.scene().getFocusOwner()).isEqualTo(field);
            });
            assertThat(HeadlessWindow.onUiThread(
                            () -> publication.details().description().get()))
                    .isEqualTo("tag");
        }
    }

    private DeskUnderTest desk() {
        HeadlessWindow.start();
        return HeadlessWindow.onUiThread(() -> new DeskUnderTest(folder, new MakingEngine(), HeadlessWindow.ui()));
    }

    private static HeadlessWindow window(DeskUnderTest desk) {
        return HeadlessWindow.show(() -> MainStage.scene(desk.model(), List::of), 1280, 820);
    }

    /** The page may still be filling: what is there in the end counts. */
    private static void walk(HeadlessWindow window) {
        List<String> faults = new CopyOnWriteArrayList<>();
        try {
            HeadlessWindow.await("it is filled", PATIENCE, () -> {
                faults.clear();
                faults.addAll(faults(window.scene()));
                return faults.isEmpty();
            });
        } catch (AssertionError e) {
            assertThat(faults).isEmpty();
            throw e;
        }
    }

    /** On the window's thread. */
    private static List<String> faults(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<Node> all = new ArrayList<>();
        collect(scene.getRoot(), all);
        assertThat(all).isNotEmpty();
        List<String> faults = new ArrayList<>();
        for (Node node : all) {
            if (node.getAccessibleRole() == AccessibleRole.PARENT || node.getAccessibleRole() == AccessibleRole.NODE) {
                faults.add("no role: " + node);
            }
            if (!isNamed(node)) {
                faults.add("no name: " + node);
            }
        }
        Set<Node> reached = reached(scene, all.size());
        all.stream().filter(node -> !isReached(node, reached)).forEach(node -> faults.add("not reached: " + node));
        return faults;
    }

    /** Of toggles that belong together one takes the focus, and the arrow keys lead to the others. */
    private static boolean isReached(Node node, Set<Node> reached) {
        return reached.contains(node)
                || node instanceof Toggle toggle
                        && toggle.getToggleGroup() != null
                        && reached.stream()
                                .anyMatch(other -> other instanceof Toggle sibling
                                        && toggle.getToggleGroup().equals(sibling.getToggleGroup()));
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible()) {
            return;
        }
        if (node.isFocusTraversable() && !node.isDisabled()) {
            all.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static boolean isNamed(Node node) {
        String own = node.getAccessibleText();
        if (own != null && !own.isBlank()) {
            return true;
        }
        boolean isLabelled = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label
                && !label.getText().isBlank();
        boolean hasText = !(node instanceof TextInputControl)
                && node.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text
                && !text.isBlank();
        return isLabelled || hasText;
    }

    /** Around more than once, because the first one is anywhere. */
    private static Set<Node> reached(Scene scene, int count) {
        Set<Node> reached = new HashSet<>();
        for (int step = 0; step < 2 * count + 2; step++) {
            Node owner = scene.getFocusOwner();
            tab(owner == null ? scene.getRoot() : owner, false);
            if (scene.getFocusOwner() != null) {
                reached.add(scene.getFocusOwner());
            }
        }
        return reached;
    }

    private static void tab(Node node, boolean back) {
        for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(node, new KeyEvent(type, "", "\t", KeyCode.TAB, back, false, false, false));
        }
    }
}
