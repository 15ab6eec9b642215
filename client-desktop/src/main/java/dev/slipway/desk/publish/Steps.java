package dev.slipway.desk.publish;

import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
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

    /** What the engine tells while it works. */
    ProgressListener engine() {
        return new ProgressListener() {
            @Override
            public void progress(Progress engine) {
                Steps.this.progress(engine.fraction(), Quantities.seconds(engine.secondsLeft()) + " left");
            }

            @Override
            public void notice(Notice notice) {
                listener.notice(notice);
            }
        };
    }

    void finish(String words, Map<String, Object> facts) {
        double seconds = Duration.between(began, clock.instant()).toNanos() / 1e9;
        listener.finished(new PublishListener.StepReport(current, seconds, words, facts));
    }
}
