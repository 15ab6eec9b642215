package dev.slipway.desk.publish;

import dev.slipway.desk.launch.step.LaunchListener;
import dev.slipway.desk.launch.step.Step;
import dev.slipway.media.run.Notice;
import java.util.List;

/** Remembers what is told while a publication is made. */
record Listening(List<Notice> notices, List<Step> steps) implements LaunchListener {
    @Override
    public void progress(Step step, double fraction, String words) {
        steps.add(step);
    }

    @Override
    public void finished(StepReport report) {}

    @Override
    public void notice(Notice notice) {
        notices.add(notice);
    }
}
