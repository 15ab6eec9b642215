package dev.slipway.desk.bench.desk;

import dev.slipway.desk.cancel.CancelSignal;
import dev.slipway.desk.problem.DeskException;
import dev.slipway.media.PreviewSession;
import dev.slipway.media.preview.PreviewCommand;
import dev.slipway.media.preview.PreviewEvent;
import dev.slipway.model.problem.ProblemCode;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Hears the player's worker and gives every picture back as soon as the next one is there, as the window does. */
final class PlayerEars implements PreviewSession.Listener {
    private static final int PATIENCE_SECONDS = 300;

    private final BlockingQueue<PreviewEvent> events = new LinkedBlockingQueue<>();
    private final CancelSignal cancel;
    private int onTheScreen = -1;

    PlayerEars(CancelSignal cancel) {
        this.cancel = cancel;
    }

    @Override
    public void told(PreviewEvent event) {
        events.add(event);
    }

    @Override
    public void ended(int status, List<String> lastLines) {
        events.add(new PreviewEvent.Failed(
                ProblemCode.ENGINE_CRASHED, "The player's worker ended with status " + status + "."));
    }

    <T extends PreviewEvent> T await(Class<T> type, Predicate<T> wanted) {
        while (true) {
            PreviewEvent event = next();
            if (type.isInstance(event) && wanted.test(type.cast(event))) {
                return type.cast(event);
            }
        }
    }

    void awaitPicture(PreviewSession session, Predicate<PreviewEvent.Shown> wanted) {
        while (true) {
            if (next() instanceof PreviewEvent.Shown shown) {
                put(session, shown);
                if (wanted.test(shown)) {
                    return;
                }
            }
        }
    }

    PreviewEvent.Ended awaitEnd(PreviewSession session, long generation) {
        while (true) {
            switch (next()) {
                case PreviewEvent.Shown shown -> put(session, shown);
                case PreviewEvent.Ended ended
                when ended.generation() == generation -> {
                    return ended;
                }
                default -> {
                    // Told beside what is measured.
                }
            }
        }
    }

    private void put(PreviewSession session, PreviewEvent.Shown shown) {
        if (onTheScreen >= 0) {
            session.tell(new PreviewCommand.Release(onTheScreen));
        }
        onTheScreen = shown.slot();
    }

    private PreviewEvent next() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            while (System.nanoTime() < end) {
                cancel.throwIfCancelled();
                PreviewEvent event = events.poll(200, TimeUnit.MILLISECONDS);
                if (event instanceof PreviewEvent.Failed(var code, var message)) {
                    throw new DeskException(code, message);
                }
                if (event != null) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeskException(ProblemCode.CANCELLED, "The bench was interrupted.", e);
        }
        throw new DeskException(
                ProblemCode.ENGINE_TIMEOUT, "The player said nothing within " + PATIENCE_SECONDS + " s.");
    }
}
