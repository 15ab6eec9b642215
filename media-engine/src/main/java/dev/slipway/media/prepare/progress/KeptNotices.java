package dev.slipway.media.prepare.progress;

import dev.slipway.media.run.Notice;
import dev.slipway.media.run.Outlook;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.util.ArrayList;
import java.util.List;

/** Passes everything on, a notice only once though each pass over the source gives it, and keeps them for the result. */
public final class KeptNotices implements ProgressListener {
    private final ProgressListener listener;
    private final List<Notice> notices = new ArrayList<>();

    public KeptNotices(ProgressListener listener) {
        this.listener = listener;
    }

    @Override
    public void progress(Progress progress) {
        listener.progress(progress);
    }

    @Override
    public void notice(Notice notice) {
        if (!notices.contains(notice)) {
            notices.add(notice);
            listener.notice(notice);
        }
    }

    @Override
    public void outlook(Outlook outlook) {
        listener.outlook(outlook);
    }

    public List<Notice> notices() {
        return List.copyOf(notices);
    }
}
