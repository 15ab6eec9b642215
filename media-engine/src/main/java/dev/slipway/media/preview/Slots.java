package dev.slipway.media.preview;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which slots of the ring nobody looks at. Thread-safe. */
final class Slots {
    private final Deque<Integer> free = new ArrayDeque<>();
    private final int count;

    Slots(int count) {
        this.count = count;
        IntStream.range(0, count).forEach(free::add);
    }

    /** The one that has been free for longest. */
    synchronized OptionalInt take() {
        Integer slot = free.poll();
        return slot == null ? OptionalInt.empty() : OptionalInt.of(slot);
    }

    /** A slot that is free already, or none of ours, stays what it is. */
    synchronized void release(int slot) {
        if (slot >= 0 && slot < count && !free.contains(slot)) {
            free.add(slot);
            notifyAll();
        }
    }

    /** Waits for a slot at most so long. */
    synchronized OptionalInt take(long millis) throws InterruptedException {
        if (free.isEmpty()) {
            wait(millis);
        }
        return take();
    }
}
