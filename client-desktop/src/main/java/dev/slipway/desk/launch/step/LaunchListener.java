package dev.slipway.desk.launch.step;

import dev.slipway.media.run.Notice;
import java.util.Map;

/** Hears how publishing goes, on the publishing thread: return at once. */
public interface LaunchListener {

    /** @param fraction of this step, from 0 to 1 */
    void progress(Step step, double fraction, String words);

    void finished(StepReport report);

    /** The engine went on, but not as it was expected to. */
    void notice(Notice notice);

    /**
     * A step that is over.
     *
     * @param seconds of wall time in this run; near zero when an earlier run had done it
     * @param words what came of it, for a person
     * @param facts the same for programs
     */
    record StepReport(Step step, double seconds, String words, Map<String, Object> facts) {
        public StepReport {
            facts = Map.copyOf(facts);
        }
    }

    static LaunchListener silent() {
        return new LaunchListener() {
            @Override
            public void progress(Step step, double fraction, String words) {}

            @Override
            public void finished(StepReport report) {}

            @Override
            public void notice(Notice notice) {}
        };
    }
}
