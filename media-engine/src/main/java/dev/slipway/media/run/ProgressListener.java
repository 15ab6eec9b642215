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

    /** Hears the sound that a check decodes, where it was asked for, file after file and in order. */
    default void sound(SoundPiece piece) {
        // Only some listeners judge it.
    }

    static ProgressListener silent() {
        return progress -> {};
    }
}
