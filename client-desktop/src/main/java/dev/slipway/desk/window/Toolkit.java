package dev.slipway.desk.window;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.model.problem.ProblemCode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * JavaFX's toolkit without an Application class: the command line is what is launched. It ends with the process; asked
 * to end while the process is told to, it would wait for its own end for ever.
 */
final class Toolkit {
    /** Kept, or the level that was set on it would be forgotten. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Toolkit() {}

    /**
     * @param opening runs on the window's thread and gets what is to be called when the last window is closed
     * @throws DeskException where there is no screen
     */
    static void runUntilClosed(Consumer<Runnable> opening) {
        // It warns that it is not on the module path; web3j's split packages forbid that (docs/decisions/0019).
        JAVAFX.setLevel(Level.SEVERE);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        start(() -> {
            try {
                opening.accept(closed::countDown);
            } catch (RuntimeException e) {
                failure.set(e);
                closed.countDown();
            }
        });
        await(closed);
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private static void start(Runnable first) {
        try {
            Platform.setImplicitExit(false);
            Platform.startup(first);
        } catch (IllegalStateException e) {
            // It runs: another window was there before.
            Platform.runLater(first);
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw noScreen(e);
        } catch (RuntimeException e) {
            // The toolkit says in this way that none of its platforms loads.
            throw noScreen(e);
        }
    }

    private static DeskException noScreen(Throwable cause) {
        return new DeskException(
                ProblemCode.CONFIGURATION,
                "The window cannot be opened: there is no screen here, or a library that windows need is missing ("
                        + cause.getMessage()
                        + "). On Debian the libraries are libgtk-3-0 and libxtst6. Every command works without a window:"
                        + " slipway --help.",
                cause);
    }

    private static void await(CountDownLatch closed) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
