package dev.slipway.desk.demo;

import dev.slipway.desk.publish.PublishListener;

/** Hears of the demo's own steps besides those of publishing. */
public interface DemoListener extends PublishListener {

    /** @param seconds of wall time */
    void finished(String step, double seconds, String words);
}
