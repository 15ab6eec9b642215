package dev.slipway.desk.prepare.making;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.background.Saving;
import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.draft.Draft;
import dev.slipway.desk.draft.Drafts;
import dev.slipway.desk.draft.Preparation.Finished;
import dev.slipway.desk.language.Texts;
import dev.slipway.desk.prepare.PrepareJob;
import dev.slipway.desk.prepare.PrepareOptions;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.prepare.survival.SurvivalModel;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.hardware.Catalogue;
import dev.slipway.media.hardware.Survey;
import dev.slipway.media.run.Outlook;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The making of one publication's files. To be used on the window's thread. */
public final class PrepareModel {
    private final ReadOnlyObjectWrapper<MakingState> state;
    private final ReadOnlyObjectWrapper<Forecast> forecast =
            new ReadOnlyObjectWrapper<>(this, "forecast", new Forecast.Unknown());
    private final ReadOnlyObjectWrapper<@Nullable Catalogue> hardware = new ReadOnlyObjectWrapper<>(this, "hardware");
    private final ReadOnlyObjectWrapper<MakingKind> kind;
    private final BooleanBinding busy;
    private final DoubleBinding fraction;
    private final PrepareWords words;
    private final Wishes wishes;
    private final SurvivalModel survival;
    private final PrepareQueue queue;
    private final PrepareWork work;
    private final VideoEngine engine;
    private final Background background;
    private volatile CancelSignal running = new CancelSignal();
    private volatile CancelSignal foreseeing = new CancelSignal();
    private boolean discarding;
    private Runnable afterwards = () -> {};

    /** @param folder where the finished files go */
    public PrepareModel(
            Draft draft,
            Path folder,
            Texts texts,
            VideoEngine engine,
            Drafts drafts,
            Background background,
            PrepareQueue queue) {
        this.engine = engine;
        this.background = background;
        this.queue = queue;
        work = new PrepareWork(draft, folder, engine, drafts);
        state = new ReadOnlyObjectWrapper<>(this, "state", MakingState.of(draft.preparation()));
        kind = new ReadOnlyObjectWrapper<>(this, "kind", MakingKind.of(state.get()));
        state.addListener((observable, before, now) -> kind.set(MakingKind.of(now)));
        busy = Bindings.createBooleanBinding(() -> kind.get().isBusy(), kind);
        fraction = Bindings.createDoubleBinding(() -> state.get().done(), state);
        wishes = new Wishes(draft.wishes());
        words = new PrepareWords(texts, this);
        survival = new SurvivalModel(folder, texts, background);
        Saving<PrepareOptions> writing = new Saving<>(background, options -> drafts.saveWishes(draft.id(), options));
        wishes.onChange(() -> {
            writing.offer(wishes.options());
            foresee();
        });
    }

    public Wishes wishes() {
        return wishes;
    }

    public PrepareWords words() {
        return words;
    }

    /** What is left of the protection of what is finished. */
    public SurvivalModel survival() {
        return survival;
    }

    /** Stays the same while the work advances, so that what is shown for it stays too, with its focus. */
    public ReadOnlyObjectProperty<MakingKind> kind() {
        return kind.getReadOnlyProperty();
    }

    /** Whether it is being made, or waits for that: its wishes cannot be changed then. */
    public BooleanBinding busy() {
        return busy;
    }

    /** From 0 to 1. */
    public DoubleBinding fraction() {
        return fraction;
    }

    ReadOnlyObjectProperty<MakingState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Forecast> forecast() {
        return forecast.getReadOnlyProperty();
    }

    /** Of the files together: counted where they are finished, else forecast; null where neither is known. */
    public ObjectBinding<@Nullable Long> bytes() {
        return Bindings.createObjectBinding(
                () -> finished().map(Finished::outputBytes).orElseGet(this::forecastBytes), state, forecast);
    }

    private @Nullable Long forecastBytes() {
        return forecast.get() instanceof Forecast.Known known ? known.outlook().bytes() : null;
    }

    /** What works on this machine, null until it is known. */
    ReadOnlyObjectProperty<@Nullable Catalogue> hardware() {
        return hardware.getReadOnlyProperty();
    }

    public Optional<Finished> finished() {
        return state.get() instanceof MakingState.Done done ? Optional.of(done.finished()) : Optional.empty();
    }

    /** Finds out which encoders work here, once. */
    public void survey() {
        if (hardware.get() == null) {
            background.run(
                    () -> engine.hardware(Survey.Freshness.CACHED, new CancelSignal()),
                    hardware::set,
                    problem -> hardware.set(new Catalogue("", List.of())));
        }
    }

    /** Foretells size and time for the wishes as they are; an earlier question is dropped. */
    public void foresee() {
        foreseeing.cancel();
        if (MakingKind.of(state.get()).isBusy()) {
            return;
        }
        CancelSignal cancel = new CancelSignal();
        foreseeing = cancel;
        PrepareOptions options = wishes.options();
        forecast.set(new Forecast.Searching());
        background.run(
                () -> work.outlook(options, cancel),
                (Outlook outlook) -> answer(cancel, new Forecast.Known(outlook)),
                problem -> answer(
                        cancel,
                        problem.code() == ProblemCode.CANCELLED
                                ? new Forecast.Unknown()
                                : new Forecast.Impossible(PrepareWork.problem(problem))));
    }

    /** Stops whatever is at work and keeps what is finished. May be called on any thread. */
    public void halt() {
        foreseeing.cancel();
        running.cancel();
    }

    private void answer(CancelSignal asked, Forecast found) {
        if (asked.equals(foreseeing)) {
            forecast.set(found);
        }
    }

    /** Goes to the end of the queue, and on from what is finished. */
    public void start() {
        if (!discarding && !MakingKind.of(state.get()).isBusy()) {
            foreseeing.cancel();
            state.set(state.get().waiting());
            queue.add(this);
        }
    }

    /** Stops, and keeps what is finished. */
    public void pause() {
        if (queue.remove(this)) {
            state.set(new MakingState.Paused(state.get().done()));
        } else {
            running.cancel();
        }
    }

    /** Stops, and throws away what is finished. */
    public void discard() {
        discard(() -> {});
    }

    /** @param gone is called once, in the background, when nothing works on it any more */
    public void discard(Runnable gone) {
        Runnable before = afterwards;
        afterwards = () -> {
            before.run();
            gone.run();
        };
        if (discarding) {
            return;
        }
        foreseeing.cancel();
        discarding = true;
        if (!queue.remove(this) && kind.get() == MakingKind.RUNNING) {
            running.forEngine().cancel();
            running.cancel();
        } else {
            deleteUnfinished();
        }
    }

    /** The queue's word that it is this one's turn. */
    void begin() {
        CancelSignal cancel = new CancelSignal();
        running = cancel;
        double before = state.get().done();
        PrepareOptions options = wishes.options();
        PrepareJob.Beginning beginning = state.get().beginning();
        state.set(MakingState.begun(before));
        MakingListener listener = new MakingListener(background.ui(), before, this::progressed);
        background.run(
                () -> work.make(options, beginning, listener, cancel, listener::fraction), this::done, this::ended);
    }

    private void progressed(MakingState.Running now) {
        if (state.get() instanceof MakingState.Running) {
            state.set(now);
        }
    }

    /** A wish to discard that came when all was finished has nothing left to throw away. */
    private void done(Finished finished) {
        survival.look();
        state.set(new MakingState.Done(finished));
        if (discarding) {
            discarded();
        }
        queue.ended(this);
    }

    private void ended(DeskException problem) {
        if (discarding) {
            deleteUnfinished();
        } else if (problem.code() == ProblemCode.CANCELLED) {
            state.set(new MakingState.Paused(state.get().done()));
        } else {
            state.set(new MakingState.Failed(state.get().done(), PrepareWork.problem(problem)));
        }
        queue.ended(this);
    }

    /**
     * Nothing new begins here meanwhile. What is to come afterwards comes in the same piece of work: the program may end
     * before the window hears of it.
     */
    private void deleteUnfinished() {
        Runnable gone = takeAfterwards();
        background.<MakingState>run(
                () -> {
                    try {
                        return work.discard();
                    } finally {
                        gone.run();
                    }
                },
                left -> {
                    state.set(left);
                    discarded();
                },
                problem -> {
                    state.set(new MakingState.Failed(state.get().done(), PrepareWork.problem(problem)));
                    discarded();
                });
    }

    /** With what was asked for since. */
    private void discarded() {
        discarding = false;
        background.run(takeAfterwards());
    }

    private Runnable takeAfterwards() {
        Runnable taken = afterwards;
        afterwards = () -> {};
        return taken;
    }
}
