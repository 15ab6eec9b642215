package dev.slipway.desk.background;

import dev.slipway.desk.problem.DeskException;
import dev.slipway.desk.problem.ProblemReference;
import dev.slipway.model.problem.ProblemCode;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where everything long runs: files, the database, the engine, the network. Each piece of work has a virtual thread; its
 * result is handed over on the window's thread.
 */
public final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final UiThread ui;
    private final Alarm alarm;
    private final Unkept unkept;

    public Background(UiThread ui) {
        this(ui, Alarm.CLOCK);
    }

    /** @param alarm for what is tried again after a while */
    public Background(UiThread ui, Alarm alarm) {
        this.ui = ui;
        this.alarm = alarm;
        this.unkept = new Unkept(ui);
    }

    /** For what work in progress tells: on the window's thread, in the order of telling. */
    public UiThread ui() {
        return ui;
    }

    Alarm alarm() {
        return alarm;
    }

    /** What was to be kept and is not. */
    public Unkept unkept() {
        return unkept;
    }

    /**
     * Exactly one of the two consumers is called, on the window's thread.
     *
     * @param failed gets what the work threw; a fault of ours comes as {@link ProblemCode#INTERNAL} and is in the log
     */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<DeskException> failed) {
        start(() -> {
            try {
                T result = work.get();
                ui.run(() -> done.accept(result));
            } catch (RuntimeException | Error e) {
                // The boundary of the thread: nobody above it would hear.
                DeskException fault = known(e);
                note(fault);
                ui.run(() -> failed.accept(fault));
            }
        });
    }

    /** By the name that the screen shows; what a person stopped is no failure. */
    private static void note(DeskException e) {
        if (e.code() != ProblemCode.CANCELLED) {
            LOG.info("{}: {}", ProblemReference.of(e), e.getMessage(), e);
        }
    }

    /** For work that hands nothing over and whose failure can only be logged. */
    public void run(Runnable work) {
        start(() -> attempt(work));
    }

    /** For work of foreign code that may never end: nobody waits for it, the end of the program neither. */
    public static void abandon(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(() -> attempt(work));
    }

    /** Runs the work on the calling thread; whether it failed is in the log alone. */
    static void attempt(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            // The boundary of the thread: nobody above it would hear.
            LOG.error("Work in the background failed", e);
        }
    }

    /** After the end nothing begins any more: the window that asked is gone, and its answers with it. */
    private void start(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Work that came after the end was not begun");
        }
    }

    /** What is no problem that has a name is a fault of ours. */
    static DeskException known(Throwable cause) {
        return cause instanceof DeskException known
                ? known
                : new DeskException(
                        ProblemCode.INTERNAL,
                        "Something went wrong inside Slipway (" + cause + "). Your files are as they were.",
                        cause);
    }

    /**
     * Tries once more what is not kept, and waits until all work has ended; what can be cancelled is to be cancelled
     * before.
     */
    @Override
    public void close() {
        unkept.again();
        threads.close();
    }
}
