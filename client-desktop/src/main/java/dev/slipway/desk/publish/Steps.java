package dev.slipway.desk.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Times the steps and tells the listener; one step is under way at a time. */
final class Steps {
    private final PublishListener listener;
    private final InstantSource clock;
    private Step current = Step.CONNECT;
    private Instant began;

    Steps(PublishListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
        this.began = clock.instant();
    }

    void begin(Step step) {
        current = step;
        began = clock.instant();
        listener.progress(step, 0, "");
    }

    void progress(double fraction, String words) {
        listener.progress(current, Math.clamp(fraction, 0, 1), words);
    }

    void finish(String words, Map<String, Object> facts) {
        double seconds = Duration.between(began, clock.instant()).toNanos() / 1e9;
        listener.finished(new PublishListener.StepReport(current, seconds, words, facts));
    }
}
