package dev.slipway.media.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * What an object opens while it is made: all of it is closed, the last first, when the object is, or when the next one
 * cannot be opened. Native memory and open files are given back by nobody else.
 */
public final class Opened implements AutoCloseable {
    private final Deque<Runnable> closings = new ArrayDeque<>();

    public <T> T with(T opened, Consumer<? super T> closing) {
        closings.push(() -> closing.accept(opened));
        return opened;
    }

    @Override
    public void close() {
        while (!closings.isEmpty()) {
            closings.pop().run();
        }
    }
}
