package dev.slipway.media.run;

import java.util.HashMap;
import java.util.Map;

/** Passes progress on so that nothing in it falls, also where work behind it begins anew. Thread-safe. */
public final class RisingProgress implements ProgressListener {
    private final ProgressListener listener;
    private final Map<String, Long> most = new HashMap<>();
    private double highest;

    public RisingProgress(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void progress(Progress progress) {
        highest = Math.max(highest, progress.fraction());
        progress.outputBytes().forEach((output, bytes) -> most.merge(output, bytes, Math::max));
        listener.progress(new Progress(highest, progress.fps(), progress.speed(), progress.secondsLeft(), most));
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
