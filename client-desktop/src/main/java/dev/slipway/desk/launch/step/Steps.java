package dev.slipway.desk.launch.step;

import dev.slipway.desk.wording.Quantities;
import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Times the steps and tells the listener; one step is under way at a time. */
public final class Steps {
    private final LaunchListener listener;
    private final InstantSource clock;
    private Step current = Step.CONNECT;
    private Instant began;

    public Steps(LaunchListener listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
        this.began = clock.instant();
    }

    public void begin(Step step) {
        current = step;
        began = clock.instant();
        listener.progress(step, 0, "");
    }

    /** Goes over to another step, unless it is under way already. */
    public void move(Step step) {
        if (current != step) {
            current = step;
            listener.progress(step, 0, "");
        }
    }

    public void progress(double fraction, String words) {
        listener.progress(current, Math.clamp(fraction, 0, 1), words);
    }

    /** What the engine tells while it works. */
    public ProgressListener engine() {
        return new ProgressListener() {
            @Override
            public void progress(Progress engine) {
                String left = engine.secondsLeft() > 0 ? Quantities.seconds(engine.secondsLeft()) + " left" : "";
                Steps.this.progress(engine.fraction(), left);
            }

            @Override
            public void notice(Notice notice) {
                listener.notice(notice);
            }
        };
    }

    public void finish(String words, Map<String, Object> facts) {
        double seconds = Duration.between(began, clock.instant()).toNanos() / 1e9;
        listener.finished(new LaunchListener.StepReport(current, seconds, words, facts));
    }
}
