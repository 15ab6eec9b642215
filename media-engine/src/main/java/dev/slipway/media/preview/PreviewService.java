package dev.slipway.media.preview;

import dev.slipway.media.ffmpeg.FfmpegException;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.preview.picture.PictureRing;
import dev.slipway.media.preview.picture.PreviewPictures;
import dev.slipway.media.preview.picture.Screen;
import dev.slipway.media.preview.picture.ShownSize;
import dev.slipway.media.preview.proxy.Proxy;
import dev.slipway.media.preview.proxy.ProxyMaker;
import dev.slipway.media.preview.proxy.Quiet;
import dev.slipway.media.preview.proxy.StripPictures;
import dev.slipway.media.preview.sound.PlayClock;
import dev.slipway.media.preview.sound.SoundClock;
import dev.slipway.media.preview.sound.SoundLine;
import dev.slipway.media.preview.sound.WallClock;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.MediaException;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import dev.slipway.media.still.PosterMoments;
import dev.slipway.model.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One film in the player's worker. It opens in a thread of its own; what is told before it is open waits. Threads: one that
 * decodes and plays, one that makes the proxy, one that shows pictures of the proxy, one for sound while it plays.
 */
public final class PreviewService implements AutoCloseable {
    private static final int SLOTS = 8;
    private static final int POSTERS = 6;

    /** While somebody searches, the proxy's maker leaves them the machine. */
    private static final long QUIET_MILLIS = 400;

    private final PreviewRequest request;
    private final SoundLine.Outputs outputs;
    private final Consumer<Object> answers;
    private final Consumer<Throwable> fault;
    private final Slots slots = new Slots(SLOTS);
    private final Proxy proxy = new Proxy();
    private final Quiet quiet = new Quiet(QUIET_MILLIS);
    private final Cancellation closing = new Cancellation();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private @Nullable Film film;
    private @Nullable PreviewCommand early;
    private double volume = 1;
    private int strip;

    /** What works on an open film. */
    private record Film(Player player, Scrubber scrubber, StripPictures strip, PlayClock clock) {}

    private PreviewService(
            PreviewRequest request, SoundLine.Outputs outputs, Consumer<Object> answers, Consumer<Throwable> fault) {
        this.request = request;
        this.outputs = outputs;
        this.answers = answers;
        this.fault = fault;
    }

    /**
     * @param answers takes every {@link PreviewEvent}, from any thread
     * @param fault takes what was not foreseen; the player then does nothing more
     */
    public static PreviewService start(
            PreviewRequest request, SoundLine.Outputs outputs, Consumer<Object> answers, Consumer<Throwable> fault) {
        PreviewService service = new PreviewService(request, outputs, answers, fault);
        service.thread("preview open", service::open);
        return service;
    }

    private void thread(String name, Work work) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(() -> run(work)));
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt(); // it was closed
        } catch (Throwable e) {
            // The boundary of the thread: also a library that cannot be loaded must not leave a worker that says
            // nothing.
            fault.accept(e);
        }
    }

    /** What a thread does. */
    private interface Work {
        void run() throws InterruptedException;
    }

    /** Ends all threads and waits for them. */
    @Override
    public void close() {
        closing.cancel();
        tell(new PreviewCommand.Pause(Long.MAX_VALUE));
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void open() {
        try {
            SourceScan scan = KeptScan.of(request.source(), request.scan(), opening(), closing);
            show(scan);
        } catch (MediaException e) {
            answers.accept(new PreviewEvent.Failed(e.code(), String.valueOf(e.getMessage())));
        } catch (FfmpegException e) {
            answers.accept(new PreviewEvent.Failed(
                    ProblemCode.ENCODE_FAILED, "This film cannot be shown: " + e.getMessage() + "."));
        } catch (IOException e) {
            answers.accept(new PreviewEvent.Failed(
                    Files.exists(request.source()) ? ProblemCode.NOT_DECODABLE : ProblemCode.FILE_NOT_FOUND,
                    "The film " + request.source() + " cannot be read (" + e
                            + "). Look whether its disk is there and the file may be read."));
        }
    }

    private PictureRing ring(Size size) {
        try {
            Files.deleteIfExists(request.ring());
            return PictureRing.create(request.ring(), size, SLOTS);
        } catch (IOException e) {
            throw new MediaException(
                    ProblemCode.DISK_FULL,
                    "There is no place for the player's pictures (" + e.getMessage() + "). Free some 30 MB there.");
        }
    }

    private ProgressListener opening() {
        return new ProgressListener() {
            @Override
            public void progress(Progress progress) {
                answers.accept(new PreviewEvent.Opening(progress.fraction()));
            }
        };
    }

    private void show(SourceScan scan) {
        Size size = ShownSize.within(Objects.requireNonNull(scan.facts().video()), request.width(), request.height());
        PictureRing ring = ring(size);
        int threads = Runtime.getRuntime().availableProcessors();
        long duration = scan.facts().durationMicros();
        @Nullable SoundLine line = scan.soundTrack().isPresent() ? outputs.open() : null;
        PlayClock clock = line == null ? new WallClock() : new SoundClock(request.source(), scan, line);
        PreviewPictures pictures = new PreviewPictures(request.source(), scan, threads);
        Player player = new Player(
                pictures, new Screen(ring, scan, size, threads), slots, clock, duration, quiet, answers::accept);
        StripPictures strips = new StripPictures(
                proxy,
                duration,
                (index, count, small) ->
                        answers.accept(new PreviewEvent.Strip(index, count, small.micros(), small.jpeg())));
        Scrubber scrubber = new Scrubber(proxy, ring, slots, size, answers::accept);
        answers.accept(new PreviewEvent.Opened(size, SLOTS, duration, pictures.stepMicros(), clockOf(scan, line)));
        opened(new Film(player, scrubber, strips, clock));
        thread("preview player", player::run);
        thread("preview scrubber", scrubber::run);
        thread("preview proxy", () -> makeProxy(scan, strips));
    }

    private static PreviewEvent.Clock clockOf(SourceScan scan, @Nullable SoundLine line) {
        if (line != null) {
            return PreviewEvent.Clock.SOUND;
        }
        return scan.soundTrack().isPresent() ? PreviewEvent.Clock.NO_OUTPUT : PreviewEvent.Clock.SILENT_FILM;
    }

    private void makeProxy(SourceScan scan, StripPictures strips) throws InterruptedException {
        PreviewPictures pictures = new PreviewPictures(request.source(), scan, 1);
        PosterMoments posters = new PosterMoments(scan.facts().durationMicros());
        try (ProxyMaker maker =
                new ProxyMaker(pictures, scan, proxy, quiet, (small, micros) -> posters.add(micros, small), covered -> {
                    strips.look(covered);
                    if (covered == 0.5 || covered == 1) {
                        tellPosters(posters);
                    }
                    answers.accept(new PreviewEvent.Proxied(covered));
                })) {
            maker.run();
        }
    }

    private void tellPosters(PosterMoments posters) {
        answers.accept(new PreviewEvent.Posters(posters.best(POSTERS).stream()
                .flatMap(micros -> proxy.nearest(micros).stream())
                .map(small -> new PreviewEvent.Poster(small.micros(), small.jpeg()))
                .toList()));
    }

    private synchronized void opened(Film opened) {
        film = opened;
        opened.clock().setVolume(volume);
        opened.strip().want(strip);
        PreviewCommand waiting = early;
        if (waiting != null) {
            pass(opened, waiting);
        }
    }

    /** Takes every command, in their order. */
    public synchronized void tell(PreviewCommand command) {
        Film open = film;
        switch (command) {
            case PreviewCommand.Release(int slot) -> slots.release(slot);
            case PreviewCommand.Volume(double share) -> {
                volume = share;
                if (open != null) {
                    open.clock().setVolume(share);
                }
            }
            case PreviewCommand.Strip(int count) -> {
                strip = count;
                if (open != null) {
                    open.strip().want(count);
                }
            }
            case PreviewCommand moving -> {
                if (open == null) {
                    early = moving;
                } else {
                    pass(open, moving);
                }
            }
        }
    }

    private static void pass(Film open, PreviewCommand moving) {
        if (moving instanceof PreviewCommand.Show show) {
            open.scrubber().tell(show);
            if (show.nearness() == PreviewCommand.Nearness.PROXY) {
                open.player().tell(new PreviewCommand.Pause(show.generation()));
                return;
            }
        }
        open.player().tell(moving);
    }
}
