package dev.slipway.media.goal;

import dev.slipway.media.run.Cancellation;
import dev.slipway.media.run.Progress;
import dev.slipway.media.run.ProgressListener;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Tells how far a search has come, a few times a second, and stops it where that is wished. How many trials there will be
 * is not known beforehand, as some are made again: of what is left each takes the share of one in all that are expected
 * and one more, so that the fraction goes on in every trial and leaves something to the next.
 */
final class SearchProgress {
    private static final long BETWEEN_REPORTS = TimeUnit.MILLISECONDS.toNanos(250);
    /** Of a trial: with less done, an encoder that keeps pictures to itself at first says nothing of its speed. */
    private static final double TOO_LITTLE = 0.1;

    private final Work work;
    private final ProgressListener listener;
    private final Cancellation cancellation;
    private long last = System.nanoTime() - BETWEEN_REPORTS;

    private double before;
    private double part;
    private long pictures = 1;
    private long done;
    private int after;

    private long judged;
    private long judgedSince;

    /**
     * What lies ahead.
     *
     * @param share of the whole job's fraction that is the search's
     * @param pictures of all samples, each of which is read once and encoded in every trial
     * @param tries how many are expected
     */
    record Work(double share, long pictures, int tries) {

        /** What comes after the search, in pictures of a trial. */
        private double ofTheJob() {
            return pictures * tries * (1 - share) / share;
        }
    }

    SearchProgress(Work work, ProgressListener listener, Cancellation cancellation) {
        this.work = work;
        this.listener = listener;
        this.cancellation = cancellation;
    }

    /** The samples are decoded, which are encoded then. */
    void beginReading() {
        begin(work.pictures(), work.tries());
    }

    /**
     * @param passes how often its samples are encoded
     * @param expected how many trials after it
     */
    void beginTrial(int passes, int expected) {
        begin(passes * work.pictures(), expected);
        if (judgedSince == 0) {
            judgedSince = System.nanoTime();
        }
    }

    private void begin(long count, int expected) {
        before += part;
        part = (1 - before) / (expected + 2);
        pictures = count;
        done = 0;
        after = expected;
    }

    /** @throws java.util.concurrent.CancellationException when the job is to stop */
    void picture() {
        done++;
        judged += judgedSince == 0 ? 0 : 1;
        still();
    }

    /**
     * Something else than a picture was worked at.
     *
     * @throws java.util.concurrent.CancellationException when the job is to stop
     */
    void still() {
        cancellation.throwIfCancelled();
        long now = System.nanoTime();
        if (now - last >= BETWEEN_REPORTS) {
            last = now;
            listener.progress(now());
        }
    }

    /** The time left is 0 before there is anything to judge by. */
    Progress now() {
        double fraction = before + part * Math.min(1, (double) done / pictures);
        double each = secondsEach();
        double ahead = Math.max(0, pictures - done) + (double) after * work.pictures() + work.ofTheJob();
        return new Progress(work.share() * fraction, each == 0 ? 0 : 1 / each, 0, each * ahead, Map.of());
    }

    /** All trials are behind it. */
    Progress atTheEnd() {
        return new Progress(work.share(), 0, 0, secondsEach() * work.ofTheJob(), Map.of());
    }

    private double secondsEach() {
        return judged < TOO_LITTLE * work.pictures()
                ? 0
                : (System.nanoTime() - judgedSince) / (double) TimeUnit.SECONDS.toNanos(1) / judged;
    }
}
