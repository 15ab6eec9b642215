package dev.slipway.media.run;

/** Hears of progress a few times a second, on the job's own thread: return at once. */
@FunctionalInterface
public interface ProgressListener {

    void progress(Progress progress);

    /** Hears of what does not end the job. */
    default void notice(Notice notice) {
        // Only some listeners have somebody to tell.
    }

    /** Hears what the job will make and take, once, before anything is made. */
    default void outlook(Outlook outlook) {
        // Only some listeners have somebody to tell.
    }

    static ProgressListener silent() {
        return progress -> {};
    }
}
