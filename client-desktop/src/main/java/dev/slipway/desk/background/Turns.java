package dev.slipway.desk.background;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets only so many pieces of work run at once; the others wait. Blocking, first come first served. */
public final class Turns {
    private final Semaphore free;

    public Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    public <T> T inTurn(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
