package dev.slipway.media.encode.source;

import dev.slipway.media.device.SourceDecoders;
import dev.slipway.media.encode.picture.NormalisingChain;
import dev.slipway.media.encode.picture.PictureFilter;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.Plan;
import dev.slipway.media.plan.Timeline;
import dev.slipway.media.probe.Damage;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.media.run.Cancellation;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A part of the source as the pipeline's root makes it, before any treatment: what outputs are measured against. */
public final class OriginalPictures {
    private final Path source;
    private final SourceScan scan;
    private final Plan plan;
    private final Runnable tick;

    public OriginalPictures(Path source, SourceScan scan, Plan plan) {
        this(source, scan, plan, () -> {});
    }

    /**
     * @param tick is called for each packet and each picture: a source that cannot be entered anywhere is read from its
     *     beginning, and a picture may stand for minutes
     */
    public OriginalPictures(Path source, SourceScan scan, Plan plan, Runnable tick) {
        this.source = source;
        this.scan = scan;
        this.plan = plan;
        this.tick = tick;
    }

    /**
     * @param first number of the first picture on the time line
     * @param end number of the picture after the last
     * @param pictures gets each picture in the top rung's size; it is valid only during the call
     */
    public void read(long first, long end, Consumer<Frame> pictures, Cancellation cancellation) {
        Timeline whole = plan.timeline();
        Timeline part = new Timeline(whole.rate(), end);
        NormalisingChain chain = new NormalisingChain(plan.topSize(), scan.traits());
        PictureLosses losses = new PictureLosses(source, scan.traits().promised(), Damage.ACCEPTED);
        try (PictureFilter filter = new PictureFilter(chain, Timebase.ofRate(whole.rate()), plan.threads())) {
            new PartReader(
                            source,
                            plan,
                            scan,
                            losses,
                            SourceDecoders.inSoftware(scan.traits().restartBytes()))
                    .read(
                            part,
                            first,
                            frame -> {
                                normalise(frame, filter, pictures);
                                cancellation.throwIfCancelled();
                                tick.run();
                            },
                            pacer -> {},
                            tick,
                            cancellation);
        }
    }

    private static void normalise(Frame frame, PictureFilter filter, Consumer<Frame> pictures) {
        try (frame) {
            filter.apply(frame, picture -> {
                picture.tagBt709();
                pictures.accept(picture);
            });
        }
    }
}
