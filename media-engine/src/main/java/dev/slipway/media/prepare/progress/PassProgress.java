package dev.slipway.media.prepare.progress;

import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;

/** Makes one rising fraction of the progress of several passes. */
public final class PassProgress implements ProgressListener {
    /**
     * Of the work that both take together. The encoder alone spends 12 % of its CPU time in the first pass (the street clip
     * at 432 lines, 0.60 s of 5.12 s); reading and scaling come to each pass in equal parts.
     */
    private static final double FIRST = 0.15;

    private final ProgressListener listener;
    private final double before;
    private final double share;

    private PassProgress(ProgressListener listener, double before, double share) {
        this.listener = listener;
        this.before = before;
        this.share = share;
    }

    /** The fraction of the whole that shares of the two passes come to. */
    public static double together(double first, double second) {
        return FIRST * first + (1 - FIRST) * second;
    }

    /** What comes after work that took so much of the whole. */
    public static ProgressListener after(double before, ProgressListener listener) {
        return before == 0 ? listener : new PassProgress(listener, before, 1 - before);
    }

    public static ProgressListener ofFirst(ProgressListener listener) {
        return new PassProgress(listener, 0, FIRST);
    }

    public static ProgressListener ofSecond(ProgressListener listener) {
        return new PassProgress(listener, FIRST, 1 - FIRST);
    }

    @Override
    public void progress(Progress pass) {
        double after = 1 - before - share;
        double wholePass = pass.secondsLeft() / Math.max(1e-3, 1 - pass.fraction());
        listener.progress(new Progress(
                before + share * pass.fraction(),
                pass.fps(),
                pass.speed(),
                pass.secondsLeft() + wholePass * after / share,
                pass.outputBytes()));
    }

    @Override
    public void notice(Notice notice) {
        listener.notice(notice);
    }
}
