package dev.slipway.media.protect;

import dev.slipway.media.encode.picture.PictureTreatment;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.plan.output.Size;
import dev.slipway.model.manifest.Protection;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Protects the pictures of one film. What a picture becomes depends on the seed, its number and the pictures of its chunk
 * before it, so a run that goes on at a chunk makes what an unbroken one would have made.
 */
public final class PictureProtection implements PictureTreatment {
    private final LumaProtection noise;
    private final Timeline timeline;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final byte[] luma;
    private int chunk = -1;
    private long last = -1;
    private volatile long pictures;
    private volatile long cpuNanos;

    public PictureProtection(Protection settings, ProtectionSeed seed, Size size, Timeline timeline) {
        this.timeline = timeline;
        this.noise = new LumaProtection(
                settings, seed, size.width(), size.height(), timeline.rate().toDouble());
        this.luma = new byte[Math.toIntExact(size.pixels())];
    }

    @Override
    public void apply(Frame picture) {
        long before = threads.getCurrentThreadCpuTime();
        long number = picture.pts();
        if (timeline.chunkOf(number) != chunk || number != last + 1) {
            chunk = timeline.chunkOf(number);
            noise.restart();
        }
        last = number;
        picture.copyPlane(0, luma);
        noise.apply(number, luma);
        picture.makeWritable();
        picture.drawPlane(0, 0, 0, picture.width(), luma);
        pictures++;
        cpuNanos += threads.getCurrentThreadCpuTime() - before;
    }

    /** What it cost and did so far; may be asked for on another thread once the pictures have come to their end. */
    public ProtectionCost cost() {
        return new ProtectionCost(pictures, cpuNanos / 1e9, noise.largestChange());
    }
}
