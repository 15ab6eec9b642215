package dev.slipway.media.encode.lane;

import dev.slipway.media.plan.Timeline;
import dev.slipway.media.run.Progress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Adds up what all lanes have done, each picture by its pixels, and the sound, which counts little but is all there is to
 * wait for in a film of two pictures. The share of all work that is done is taken for the share of the film that is: a
 * picture that is read says little where its sound or its rungs wait. What an earlier run finished counts as done, but
 * says nothing about how fast this one is; nor does sound that is made before any picture. Thread-safe.
 */
public final class ProgressMeter {
    /** The rest is putting the finished chunks together. */
    private static final double SHARE_OF_ENCODING = 0.97;

    /** A second of stereo, mixed and encoded by two codecs, takes about as long as 1.5 million pixels. */
    private static final long PIXELS_A_SAMPLE = 32;

    private final Timeline timeline;
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong apart = new AtomicLong();
    private final Map<String, Long> bytes = new ConcurrentHashMap<>();
    /** Where sound that is made counts. */
    private volatile AtomicLong sound = done;

    private long started = System.nanoTime();
    private double highest;

    public ProgressMeter(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Counts work that lies ahead. */
    void expect(Lane lane, long count) {
        total.addAndGet(lane.size().pixels() * count);
    }

    /** Counts sound that is to be made. */
    public void expectSound(long samples) {
        total.addAndGet(PIXELS_A_SAMPLE * samples);
    }

    public void soundDone(long samples) {
        sound.addAndGet(PIXELS_A_SAMPLE * samples);
    }

    /** Sound is made before any picture, many times as fast: it is no measure of them. */
    public void soundComesFirst() {
        sound = apart;
    }

    /** From now on speed is measured: pictures come after sound that was made first. */
    public synchronized void picturesBegin() {
        started = System.nanoTime();
    }

    /** Counts work of an earlier run. */
    void kept(Lane lane, long count, long size) {
        total.addAndGet(lane.size().pixels() * count);
        kept.addAndGet(lane.size().pixels() * count);
        wrote(lane, size);
    }

    void done(Lane lane) {
        done.addAndGet(lane.size().pixels());
    }

    void wrote(Lane lane, long count) {
        if (lane.bytes() == Lane.Bytes.OF_THE_OUTPUT) {
            bytes.merge(lane.path(), count, Long::sum);
        }
    }

    /** What the lane has made so far is thrown away. */
    public void lost(Lane lane) {
        bytes.remove(lane.path());
    }

    public synchronized Progress now() {
        double seconds = Math.max(1e-3, (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1));
        long worked = done.get();
        highest = Math.max(highest, share(kept.get() + apart.get() + worked));
        double byThisRun = worked == 0 ? 0 : share(worked);
        double speed = byThisRun / SHARE_OF_ENCODING * filmSeconds() / seconds;
        double left = byThisRun > 0 ? seconds * (1 - highest) / byThisRun : atNaturalSpeed();
        return new Progress(highest, speed * timeline.rate().toDouble(), speed, left, bytes);
    }

    private double share(long pixels) {
        return total.get() == 0 ? SHARE_OF_ENCODING : SHARE_OF_ENCODING * Math.min(1, (double) pixels / total.get());
    }

    /** A first guess, while there is nothing to go by. */
    private double atNaturalSpeed() {
        return (1 - highest) * filmSeconds();
    }

    private double filmSeconds() {
        return (double) timeline.durationMicros() / TimeUnit.SECONDS.toMicros(1);
    }
}
