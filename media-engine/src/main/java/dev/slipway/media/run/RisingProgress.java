package dev.slipway.media.run;

/** Passes progress on so that its fraction never falls, also where work behind it begins anew. Thread-safe. */
public final class RisingProgress implements ProgressListener {
    private final ProgressListener listener;
    private double highest;

    public RisingProgress(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void progress(Progress progress) {
        highest = Math.max(highest, progress.fraction());
        listener.progress(new Progress(
                highest, progress.fps(), progress.speed(), progress.secondsLeft(), progress.outputBytes()));
    }

    @Override
    public void notice(Notice notice) {
        listener.notice(notice);
    }

    @Override
    public void outlook(Outlook outlook) {
        listener.outlook(outlook);
    }
}
