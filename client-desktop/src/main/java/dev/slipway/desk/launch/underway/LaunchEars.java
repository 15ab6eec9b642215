package dev.slipway.desk.launch.underway;

import dev.slipway.desk.background.UiThread;
import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.media.run.Notice;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears a launch on its thread and tells the window on the window's; of what comes meanwhile only the newest. */
final class LaunchEars implements LaunchListener {
    private final LaunchState.Half half;
    private final UiThread ui;
    private final Consumer<LaunchState.Working> window;
    private final AtomicReference<LaunchState.@Nullable Working> newest = new AtomicReference<>();

    LaunchEars(LaunchState.Half half, UiThread ui, Consumer<LaunchState.Working> window) {
        this.half = half;
        this.ui = ui;
        this.window = window;
    }

    @Override
    public void progress(Step step, double fraction, String words) {
        if (newest.getAndSet(new LaunchState.Working(half, step, fraction, words)) == null) {
            ui.run(() -> {
                LaunchState.Working now = newest.getAndSet(null);
                if (now != null) {
                    window.accept(now);
                }
            });
        }
    }

    @Override
    public void finished(StepReport report) {
        progress(report.step(), 1, report.words());
    }

    @Override
    public void notice(Notice notice) {
        // They are the engine's, which has nothing to do in a launch.
    }
}
