package dev.slipway.desk.demo;

import dev.slipway.desk.launch.step.LaunchListener;

/** Hears of the demo's own steps besides those of publishing. */
public interface DemoListener extends LaunchListener {

    /** @param seconds of wall time */
    void finished(String step, double seconds, String words);
}
