package dev.slipway.desk.background;

/** The one thread on which the window's properties may change. */
@FunctionalInterface
public interface UiThread {

    /** Runs the action there, later; returns at once. May be called on any thread. */
    void run(Runnable action);
}
