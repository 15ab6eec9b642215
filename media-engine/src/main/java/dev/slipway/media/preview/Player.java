package dev.slipway.media.preview;

import dev.slipway.media.preview.picture.PreviewPictures;
import dev.slipway.media.preview.picture.Screen;
import dev.slipway.media.preview.picture.TimedPicture;
import dev.slipway.media.preview.proxy.Quiet;
import dev.slipway.media.preview.sound.PlayClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread that decodes what is wished for and says when each picture is due. A newer wish overtakes the one that is
 * under way. While it plays, a few pictures are decoded ahead; those that come too late are dropped, not shown late.
 */
final class Player {
    /** Pictures decoded before they are due. */
    private static final int AHEAD = 3;

    /** At least one in so many is shown, however slow the machine is. */
    private static final int MOST_DROPPED_IN_A_ROW = 15;

    private static final long WAIT_FOR_SLOT_MILLIS = 100;

    private final PreviewPictures pictures;
    private final Screen screen;
    private final Slots slots;
    private final PlayClock clock;
    private final long durationMicros;
    private final Quiet quiet;
    private final Consumer<PreviewEvent> events;
    private @Nullable PreviewCommand wish;
    private long position;

    /**
     * @param pictures closed by the thread that runs this when it ends, as are screen and clock
     * @param quiet told while there is work to do
     */
    Player(
            PreviewPictures pictures,
            Screen screen,
            Slots slots,
            PlayClock clock,
            long durationMicros,
            Quiet quiet,
            Consumer<PreviewEvent> events) {
        this.pictures = pictures;
        this.screen = screen;
        this.slots = slots;
        this.clock = clock;
        this.durationMicros = durationMicros;
        this.quiet = quiet;
        this.events = events;
    }

    /** Takes the place of whatever was wished before. */
    synchronized void tell(PreviewCommand next) {
        wish = next;
        notifyAll();
    }

    private synchronized PreviewCommand take() throws InterruptedException {
        while (wish == null) {
            wait();
        }
        PreviewCommand taken = wish;
        wish = null;
        return taken;
    }

    private synchronized boolean isOvertaken() {
        return wish != null;
    }

    /** Waits until something else is wished, at most so long. */
    private synchronized void rest(long micros) throws InterruptedException {
        if (wish == null && micros > 0) {
            TimeUnit.MICROSECONDS.timedWait(this, micros);
        }
    }

    /** Until the thread is interrupted. */
    void run() throws InterruptedException {
        try (pictures;
                screen;
                clock) {
            while (!Thread.currentThread().isInterrupted()) {
                PreviewCommand next = take();
                quiet.begin();
                try {
                    obey(next);
                } finally {
                    quiet.end();
                }
            }
        }
    }

    private void obey(PreviewCommand command) throws InterruptedException {
        switch (command) {
            case PreviewCommand.Show(long generation, long micros, PreviewCommand.Nearness nearness) ->
                show(generation, pictures.at(within(micros), this::isOvertaken));
            case PreviewCommand.Step(long generation, long micros, int count) ->
                show(generation, pictures.from(within(micros), count, this::isOvertaken));
            case PreviewCommand.Play play -> play(play);
            default -> {
                // A pause: nothing to do but what was overtaken.
            }
        }
    }

    private long within(long micros) {
        return Math.clamp(micros, 0, durationMicros);
    }

    private void show(long generation, @Nullable TimedPicture picture) throws InterruptedException {
        if (picture == null) {
            return;
        }
        try (picture) {
            OptionalInt slot = slots.take();
            while (slot.isEmpty() && !isOvertaken()) {
                slot = slots.take(WAIT_FOR_SLOT_MILLIS);
            }
            if (slot.isPresent()) {
                screen.draw(picture.frame(), slot.getAsInt());
                position = picture.micros();
                events.accept(
                        new PreviewEvent.Shown(generation, slot.getAsInt(), picture.micros(), PreviewEvent.Kind.EXACT));
            }
        }
    }

    private void play(PreviewCommand.Play wished) throws InterruptedException {
        show(wished.generation(), pictures.at(within(wished.micros()), this::isOvertaken));
        if (isOvertaken()) {
            return;
        }
        Playing playing = new Playing(wished.generation(), Math.min(durationMicros, wished.untilMicros()));
        clock.start(Math.max(position, within(wished.micros())));
        try {
            playing.run();
        } finally {
            clock.stop();
            playing.forget();
        }
    }

    /** A picture that is drawn and not yet due. */
    private record Drawn(int slot, long micros) {}

    /** From one start to the next wish. */
    private final class Playing {
        private final long generation;
        private final long until;
        private final Deque<Drawn> drawn = new ArrayDeque<>();
        private boolean hasMore = true;
        private long shown = 1;
        private long dropped;
        private int droppedInARow;

        Playing(long generation, long until) {
            this.generation = generation;
            this.until = until;
        }

        void run() throws InterruptedException {
            while (!isOvertaken()) {
                giveWhatIsDue();
                if (clock.micros() >= until) {
                    events.accept(new PreviewEvent.Ended(generation, until, shown, dropped));
                    return;
                }
                if (!hasMore || drawn.size() >= AHEAD || !hasDrawnNext()) {
                    Drawn next = drawn.peek();
                    rest((next == null ? until : Math.min(until, next.micros())) - clock.micros());
                }
            }
        }

        private void giveWhatIsDue() {
            Drawn next = drawn.peek();
            while (next != null && next.micros() <= clock.micros() && next.micros() < until) {
                drawn.remove();
                Drawn after = drawn.peek();
                if (after != null && after.micros() <= clock.micros()) {
                    slots.release(next.slot());
                    dropped++;
                } else {
                    position = next.micros();
                    shown++;
                    events.accept(
                            new PreviewEvent.Shown(generation, next.slot(), next.micros(), PreviewEvent.Kind.EXACT));
                }
                next = after;
            }
        }

        /** @return false where every slot is looked at, so that there is nothing to do but wait */
        private boolean hasDrawnNext() throws InterruptedException {
            OptionalInt slot = slots.take();
            if (slot.isEmpty()) {
                slot = slots.take(Math.max(1, pictures.stepMicros() / 1000));
                if (slot.isEmpty()) {
                    return true; // looked again after a picture's time: nobody may ever give one back
                }
            }
            TimedPicture picture = pictures.next();
            if (picture == null || picture.micros() >= until) {
                close(picture);
                slots.release(slot.getAsInt());
                hasMore = false;
                return false;
            }
            try (picture) {
                boolean late = picture.micros() + pictures.stepMicros() < clock.micros();
                if (late && droppedInARow < MOST_DROPPED_IN_A_ROW) {
                    slots.release(slot.getAsInt());
                    dropped++;
                    droppedInARow++;
                } else {
                    screen.draw(picture.frame(), slot.getAsInt());
                    drawn.add(new Drawn(slot.getAsInt(), picture.micros()));
                    droppedInARow = 0;
                }
            }
            return true;
        }

        private static void close(@Nullable TimedPicture picture) {
            if (picture != null) {
                picture.close();
            }
        }

        void forget() {
            drawn.forEach(waiting -> slots.release(waiting.slot()));
        }
    }
}
