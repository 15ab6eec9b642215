package dev.slipway.media.preview;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the player's worker is to be told, passed on by a thread of its own, so that nobody waits for a worker that stands
 * still. Of each kind only the latest is kept, so that it cannot grow: one wish, one volume, one strip, one release of each
 * slot. Thread-safe.
 */
public final class CommandQueue implements AutoCloseable {
    private final Map<Object, PreviewCommand> waiting = new LinkedHashMap<>();
    private final Consumer<PreviewCommand> worker;
    private boolean closed;

    private CommandQueue(Consumer<PreviewCommand> worker) {
        this.worker = worker;
    }

    /** @param worker takes each command, on the queue's thread; it may wait, and must come back once the worker is gone */
    public static CommandQueue start(Consumer<PreviewCommand> worker) {
        CommandQueue queue = new CommandQueue(worker);
        Thread.ofPlatform().name("preview commands").daemon().start(queue::run);
        return queue;
    }

    /** Takes the place of an earlier one of its kind, behind all others. */
    public synchronized void add(PreviewCommand command) {
        if (!closed) {
            Object kind = kind(command);
            waiting.remove(kind);
            waiting.put(kind, command);
            notifyAll();
        }
    }

    private static Object kind(PreviewCommand command) {
        return switch (command) {
            case PreviewCommand.Release release -> release;
            case PreviewCommand.Volume volume -> PreviewCommand.Volume.class;
            case PreviewCommand.Strip strip -> PreviewCommand.Strip.class;
            case PreviewCommand wish -> PreviewCommand.class;
        };
    }

    private void run() {
        try {
            for (PreviewCommand next = take(); next != null; next = take()) {
                worker.accept(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody does so, and nobody waits for this thread
        }
    }

    /** The one that has waited for longest; null once it is closed. */
    private synchronized @Nullable PreviewCommand take() throws InterruptedException {
        while (waiting.isEmpty() && !closed) {
            wait();
        }
        if (closed) {
            return null;
        }
        Iterator<PreviewCommand> commands = waiting.values().iterator();
        PreviewCommand first = commands.next();
        commands.remove();
        return first;
    }

    /** What was not passed on yet is forgotten. */
    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
        notifyAll();
    }
}
