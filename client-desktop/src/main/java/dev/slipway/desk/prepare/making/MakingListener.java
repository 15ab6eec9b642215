package dev.slipway.desk.prepare.making;

import dev.slipway.desk.background.UiThread;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.util.function.Consumer;

/** Hears the engine on its thread and tells the window on the window's. */
final class MakingListener implements ProgressListener {
    private final UiThread ui;
    private final Consumer<MakingState.Running> window;
    private volatile double fraction;

    MakingListener(UiThread ui, double before, Consumer<MakingState.Running> window) {
        this.ui = ui;
        this.fraction = before;
        this.window = window;
    }

    @Override
    public void progress(Progress progress) {
        fraction = progress.fraction();
        ui.run(() -> window.accept(new MakingState.Running(progress)));
    }

    /** The last that was heard. */
    double fraction() {
        return fraction;
    }
}
