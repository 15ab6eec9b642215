package dev.slipway.media.run;

/** Hears of progress a few times a second, on the job's own thread: return at once. */
@FunctionalInterface
public interface ProgressListener {

    void progress(Progress progress);

    static ProgressListener silent() {
        return progress -> {};
    }
}
