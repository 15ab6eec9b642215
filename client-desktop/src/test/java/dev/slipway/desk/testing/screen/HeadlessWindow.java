package dev.slipway.desk.testing.screen;

import dev.slipway.desk.background.UiThread;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The toolkit without a screen: one in a test process, started by whoever comes first. */
public final class HeadlessWindow implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Stage stage;

    private HeadlessWindow(Stage stage) {
        this.stage = stage;
    }

    /** Shows a scene of that size. */
    public static HeadlessWindow show(Supplier<Scene> scene, double width, double height) {
        start();
        return onUiThread(() -> {
            Stage stage = new Stage();
            stage.setScene(scene.get());
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            return new HeadlessWindow(stage);
        });
    }

    public static void start() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException("JavaFX's headless platform did not start", e);
        }
    }

    public Scene scene() {
        return stage.getScene();
    }

    /** The first node that fits, null where there is none. What was just put into the window is found like the rest. */
    public @Nullable Node first(String selector) {
        return drawn(() -> stage.getScene().getRoot().lookup(selector));
    }

    /** The same, where there has to be one. */
    public Node the(String selector) {
        return Objects.requireNonNull(first(selector), selector);
    }

    /** All nodes that fit. */
    public Set<Node> all(String selector) {
        return drawn(() -> stage.getScene().getRoot().lookupAll(selector));
    }

    /** Controls get their insides with their style, which without this would come with the next pulse. */
    private <T extends @Nullable Object> T drawn(Supplier<T> look) {
        if (!Platform.isFxApplicationThread()) {
            return onUiThread(() -> drawn(look));
        }
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        return look.get();
    }

    public static UiThread ui() {
        return Platform::runLater;
    }

    public static void onUi(Runnable action) {
        onUiThread(() -> {
            action.run();
            return true;
        });
    }

    public static <T extends @Nullable Object> T onUiThread(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the window's thread did not do it", e);
        }
    }

    /** Waits for something that the window's thread will see. */
    public static void await(String what, BooleanSupplier condition) {
        await(what, Duration.ofSeconds(PATIENCE_SECONDS), condition);
    }

    /** The same for what may take longer. */
    public static void await(String what, Duration patience, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    patience.toSeconds(), TimeUnit.SECONDS, () -> onUiThread(condition::getAsBoolean));
        } catch (TimeoutException e) {
            throw new AssertionError("waited in vain: " + what, e);
        }
    }

    @Override
    public void close() {
        onUi(stage::close);
    }
}
