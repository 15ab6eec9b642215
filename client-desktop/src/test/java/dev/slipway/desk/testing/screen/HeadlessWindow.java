package dev.slipway.desk.testing.screen;

import dev.slipway.desk.background.UiThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
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

    public static UiThread ui() {
        return Platform::runLater;
    }

    public static void onUi(Runnable action) {
        onUiThread(() -> {
            action.run();
            return true;
        });
    }

    public static <T> T onUiThread(Supplier<T> work) {
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
