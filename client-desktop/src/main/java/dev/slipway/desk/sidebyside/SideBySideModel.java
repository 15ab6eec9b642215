package dev.slipway.desk.sidebyside;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.prepare.making.Wishes;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.run.Progress;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The comparison of one publication. To be used on the window's thread. */
public final class SideBySideModel {
    private final ReadOnlyObjectWrapper<SideBySideState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new SideBySideState.Nothing());
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
    private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper(this, "outdated");
    private final Path source;
    private final Path files;
    private final Path pictures;
    private final Wishes wishes;
    private final VideoEngine engine;
    private final Background background;
    private volatile CancelSignal running = new CancelSignal();
    private @Nullable PrepareOptions shown;
    private boolean working;
    private @Nullable Runnable afterwards;

    /**
     * @param files where the publication's finished files go
     * @param pictures a folder of its own
     */
    public SideBySideModel(
            Path source, Path files, Path pictures, Wishes wishes, VideoEngine engine, Background background) {
        this.source = source;
        this.files = files;
        this.pictures = pictures;
        this.wishes = wishes;
        this.engine = engine;
        this.background = background;
        wishes.onChange(this::judge);
    }

    public ReadOnlyObjectProperty<SideBySideState> state() {
        return state.getReadOnlyProperty();
    }

    /** Of the work, from 0 to 1. */
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /** Whether what is shown was made with other wishes than there are now. */
    public ReadOnlyBooleanProperty outdated() {
        return outdated.getReadOnlyProperty();
    }

    /** @param micros the moment, from the film's first picture on */
    public void compare(long micros) {
        if (working) {
            return;
        }
        working = true;
        CancelSignal cancel = new CancelSignal();
        running = cancel;
        PrepareOptions options = wishes.options();
        fraction.set(0);
        state.set(new SideBySideState.Working());
        PrepareJob job = new PrepareJob(source, files, options, PrepareJob.Beginning.RESUMED);
        background.run(
                () -> engine.compare(job, micros, pictures, this::progressed, cancel),
                comparison -> {
                    shown = options;
                    ended(new SideBySideState.Shown(Compared.of(comparison)));
                },
                problem -> ended(left(problem)));
    }

    /** What is left where nothing came of it: a stop is no failure. */
    private static SideBySideState left(DeskException problem) {
        return problem.code() == ProblemCode.CANCELLED
                ? new SideBySideState.Nothing()
                : new SideBySideState.Failed(problem);
    }

    /** May be called on any thread. */
    public void stop() {
        running.cancel();
    }

    /** Stops; {@code gone} is called when nothing is written any more. */
    public void end(Runnable gone) {
        running.cancel();
        if (working) {
            afterwards = gone;
        } else {
            gone.run();
        }
    }

    private void progressed(Progress progress) {
        background.ui().run(() -> fraction.set(progress.fraction()));
    }

    private void ended(SideBySideState now) {
        working = false;
        state.set(now);
        judge();
        Runnable next = afterwards;
        afterwards = null;
        if (next != null) {
            next.run();
        }
    }

    private void judge() {
        outdated.set(state.get() instanceof SideBySideState.Shown
                && !wishes.options().equals(shown));
    }
}
