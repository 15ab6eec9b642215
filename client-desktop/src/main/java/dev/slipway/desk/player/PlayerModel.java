package dev.slipway.desk.player;

import dev.slipway.desk.background.Background;
import dev.slipway.desk.prepare.Preview;
import dev.slipway.desk.prepare.VideoEngine;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.media.preview.PreviewRequest;
import dev.slipway.model.problem.ProblemCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One film in the player. Whatever is wished gets a number, and only what belongs to the newest wish is shown. A worker
 * that dies is replaced, and the picture comes back where it was. To be used on the window's thread.
 */
public final class PlayerModel {
    /** Nearly the window's place for it on a screen of double density; larger ones would cost memory in both processes. */
    private static final int MOST_WIDTH = 1280;

    private static final int MOST_HEIGHT = 720;

    /** A film that kills so many workers within {@link #A_WHILE} is not opened a further time. */
    private static final int MOST_DEATHS = 3;

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(PlayerModel.class);

    private final ReadOnlyObjectWrapper<PlayerState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new PlayerState.Closed());
    private final ReadOnlyObjectWrapper<@Nullable PictureMemory> memory = new ReadOnlyObjectWrapper<>(this, "memory");
    private final ReadOnlyObjectWrapper<@Nullable ShownPicture> picture = new ReadOnlyObjectWrapper<>(this, "picture");
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper(this, "position");
    private final ReadOnlyLongWrapper duration = new ReadOnlyLongWrapper(this, "duration");
    private final DoubleProperty volume = new SimpleDoubleProperty(this, "volume", 1);
    private final SmallPictures small = new SmallPictures();
    private final Path source;
    private final PictureFiles files;
    private final VideoEngine engine;
    private final Background background;
    private final Deaths deaths;
    private volatile @Nullable Preview preview;
    private volatile boolean halted;
    /** Told before its memory was there to look at. */
    private @Nullable ShownPicture early;

    private int workers;
    private long generation;
    private long exactGeneration;
    private long steppedAt = -1;
    private int steps;
    private long until = Long.MAX_VALUE;
    private long frameMicros = 40_000;

    /**
     * @param folder for what lasts as long as the player is open
     * @param clock tells how often workers die
     */
    public PlayerModel(Path source, Path folder, VideoEngine engine, Background background, InstantSource clock) {
        this.source = source;
        this.files = new PictureFiles(folder);
        this.engine = engine;
        this.background = background;
        this.deaths = new Deaths(clock, MOST_DEATHS, A_WHILE);
        volume.addListener((observable, before, now) -> tell(new PreviewCommand.Volume(now.doubleValue())));
    }

    public ReadOnlyObjectProperty<PlayerState> state() {
        return state.getReadOnlyProperty();
    }

    /** Where pictures lie, null before there are any. */
    ReadOnlyObjectProperty<@Nullable PictureMemory> memory() {
        return memory.getReadOnlyProperty();
    }

    /**
     * What is to be on the screen, in a memory that is there. Whoever shows it gives it back with {@link #release} when the
     * next one is there.
     */
    public ReadOnlyObjectProperty<@Nullable ShownPicture> picture() {
        return picture.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /** Of the picture that is shown or searched for, in microseconds from the first one on. */
    public ReadOnlyLongProperty position() {
        return position.getReadOnlyProperty();
    }

    /** Of the film, in microseconds; 0 while it is not known. */
    public ReadOnlyLongProperty duration() {
        return duration.getReadOnlyProperty();
    }

    /** From one picture to the next, in microseconds. */
    public long frameMicros() {
        return frameMicros;
    }

    /** From 0, silent, to 1. */
    public DoubleProperty volume() {
        return volume;
    }

    /** Small pictures of the whole film, in any order, as they are made. */
    public ObservableList<StripPicture> strip() {
        return small.strip();
    }

    /** Pictures that would make good posters, the best first; none before the film has been looked through. */
    public ObservableList<OfferedPoster> posters() {
        return small.posters();
    }

    /** How many small pictures are wanted. */
    public void wantStrip(int count) {
        small.wantStrip(count);
        tell(new PreviewCommand.Strip(count));
    }

    /** Starts a worker, unless there is one. */
    public void open() {
        if (state.get() instanceof PlayerState.Closed || state.get() instanceof PlayerState.Failed) {
            state.set(new PlayerState.Opening(0));
            start();
        }
    }

    /** Ends the worker; where it was is where the next one begins. */
    public void close() {
        Preview open = preview;
        preview = null;
        workers++;
        playing.set(false);
        picture.set(null);
        memory.set(null);
        small.clear();
        state.set(new PlayerState.Closed());
        int number = workers - 1;
        background.run(() -> {
            if (open != null) {
                open.close();
            }
            files.forget(number);
        });
    }

    /** Ends the worker on whatever thread, and waits for that; what it was is told to nobody any more. */
    public void halt() {
        halted = true;
        Preview open = preview;
        if (open != null) {
            open.close();
            files.forgetAll();
        }
    }

    private void start() {
        int number = ++workers;
        early = null;
        PreviewRequest request = new PreviewRequest(source, files.of(number), files.scan(), MOST_WIDTH, MOST_HEIGHT);
        background.run(
                () -> preview(request, new WorkerEars(this, number, background.ui())),
                opened -> started(number, opened),
                problem -> failed(number, problem));
    }

    private Preview preview(PreviewRequest request, WorkerEars ears) {
        files.forgetForeign();
        Preview opened = engine.preview(request, ears);
        if (halted) {
            opened.close();
            files.forgetAll();
        }
        return opened;
    }

    private void started(int number, Preview opened) {
        if (number != workers) {
            background.run(opened::close);
            return;
        }
        preview = opened;
        tell(new PreviewCommand.Volume(volume.get()));
        tell(new PreviewCommand.Strip(small.stripCount()));
        if (playing.get()) {
            tell(new PreviewCommand.Play(++generation, position.get(), until));
        } else {
            tell(new PreviewCommand.Show(++generation, position.get(), PreviewCommand.Nearness.EXACT));
        }
    }

    private void failed(int number, DeskException problem) {
        if (number == workers) {
            fail(problem.code(), problem.getMessage());
        }
    }

    private void fail(ProblemCode code, String message) {
        close();
        state.set(new PlayerState.Failed(code, message));
    }

    private void tell(PreviewCommand command) {
        Preview open = preview;
        if (open != null) {
            open.tell(command);
        }
    }

    /** While somebody drags: whatever picture is nearest, at once. */
    public void scrub(long micros) {
        go(micros, PreviewCommand.Nearness.PROXY);
    }

    /** The very picture of that moment. */
    public void seek(long micros) {
        go(micros, PreviewCommand.Nearness.EXACT);
    }

    private void go(long micros, PreviewCommand.Nearness nearness) {
        long wanted = Math.clamp(micros, 0, Math.max(0, duration.get() - 1));
        playing.set(false);
        position.set(wanted);
        tell(new PreviewCommand.Show(++generation, wanted, nearness));
    }

    /** So many pictures on, or back where the count is negative; steps that were not shown yet are added up. */
    public void step(int pictures) {
        playing.set(false);
        boolean isUnderWay = steppedAt == generation && exactGeneration < generation;
        steps = isUnderWay ? steps + pictures : pictures;
        steppedAt = ++generation;
        tell(new PreviewCommand.Step(generation, position.get(), steps));
    }

    public void toggle() {
        if (playing.get()) {
            pause();
        } else {
            play();
        }
    }

    /** From where it stands; from the beginning where it stands at the end. */
    public void play() {
        boolean atEnd = position.get() >= duration.get() - 2 * frameMicros;
        play(atEnd ? 0 : position.get(), Long.MAX_VALUE);
    }

    /** Only a part of the film. */
    public void play(long from, long end) {
        if (state.get() instanceof PlayerState.Open) {
            until = end;
            playing.set(true);
            position.set(from);
            tell(new PreviewCommand.Play(++generation, from, end));
        }
    }

    public void pause() {
        if (playing.get()) {
            playing.set(false);
            tell(new PreviewCommand.Pause(++generation));
            exactGeneration = generation;
        }
    }

    /** The picture is no longer on the screen. */
    public void release(ShownPicture shown) {
        if (shown.memory() == workers) {
            tell(new PreviewCommand.Release(shown.slot()));
        }
    }

    /** What a worker told, in its order. */
    void told(int number, PreviewEvent event) {
        if (number != workers) {
            return;
        }
        switch (event) {
            case PreviewEvent.Opening(double share) -> opening(share);
            case PreviewEvent.Opened opened -> opened(number, opened);
            case PreviewEvent.Shown shown -> shown(number, shown);
            case PreviewEvent.Ended(long ended, long micros, long shown, long dropped) -> {
                if (ended == generation) {
                    playing.set(false);
                }
            }
            case PreviewEvent.Strip strip -> small.told(strip);
            case PreviewEvent.Posters posters -> small.told(posters);
            case PreviewEvent.Proxied proxied -> {
                // Scrubbing shows it.
            }
            case PreviewEvent.Failed(ProblemCode code, String message) -> fail(code, message);
        }
    }

    private void opening(double share) {
        if (state.get() instanceof PlayerState.Opening) {
            state.set(new PlayerState.Opening(share));
        }
    }

    private void opened(int number, PreviewEvent.Opened opened) {
        deaths.opened();
        duration.set(opened.durationMicros());
        frameMicros = opened.frameMicros();
        background.run(
                () -> files.map(number, opened),
                mapped -> {
                    if (number == workers) {
                        memory.set(mapped);
                        showEarly();
                        state.set(new PlayerState.Open(PlayerState.Heard.by(opened.clock())));
                    }
                },
                problem -> failed(number, problem));
    }

    private void shown(int number, PreviewEvent.Shown shown) {
        ShownPicture found = new ShownPicture(number, shown.slot(), shown.micros());
        boolean exact = shown.kind() == PreviewEvent.Kind.EXACT;
        if (shown.generation() < generation || !exact && exactGeneration == generation) {
            release(found);
            return;
        }
        if (exact) {
            exactGeneration = generation;
            position.set(shown.micros());
        }
        if (isMapped()) {
            picture.set(found);
        } else {
            ShownPicture overtaken = early;
            early = found;
            if (overtaken != null) {
                release(overtaken);
            }
        }
    }

    private void showEarly() {
        ShownPicture waiting = early;
        early = null;
        if (waiting != null) {
            picture.set(waiting);
        }
    }

    private boolean isMapped() {
        PictureMemory mapped = memory.get();
        return mapped != null && mapped.number() == workers;
    }

    /** The worker is gone, though nobody closed it. */
    void ended(int number, int status, List<String> lastLines) {
        if (number != workers || halted) {
            return;
        }
        background.run(() -> files.forget(number));
        LOG.warn("The player's worker ended with status {}: {}", status, String.join("\n", lastLines));
        preview = null;
        if (deaths.oneMore()) {
            start();
        } else {
            fail(
                    ProblemCode.ENGINE_CRASHED,
                    "The player's worker ended " + MOST_DEATHS + " times, the last time with status " + status
                            + (lastLines.isEmpty() ? "." : ": " + lastLines.getLast()));
        }
    }
}
