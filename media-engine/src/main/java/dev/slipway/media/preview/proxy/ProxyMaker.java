package dev.slipway.media.preview.proxy;

import dev.slipway.media.encode.picture.NormalisingChain;
import dev.slipway.media.encode.picture.PictureFilter;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.preview.picture.PreviewPictures;
import dev.slipway.media.preview.picture.ShownSize;
import dev.slipway.media.preview.picture.TimedPicture;
import dev.slipway.media.probe.SourceScan;
import dev.slipway.model.media.VideoFacts;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the proxy: first of the pictures that can be decoded alone, which is quick and covers the whole film, then of
 * those between them. Waits while somebody watches. Used by one thread.
 */
public final class ProxyMaker implements AutoCloseable {
    /** Nearer to each other nobody drags. */
    private static final long LEAST_STEP_MICROS = TimeUnit.MILLISECONDS.toMicros(100);

    /** Some 8 KB each. */
    private static final int MOST_PICTURES = 3000;

    private static final int LONG_SIDE = 320;
    private static final String TO_JFIF =
            ",scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuv420p";

    private final PreviewPictures pictures;
    private final PictureFilter filter;
    private final Proxy proxy;
    private final Quiet quiet;
    private final DoubleConsumer covered;
    private final ObjLongConsumer<Frame> made;
    private final long duration;
    private final long step;

    /**
     * @param pictures of its own; closed with it
     * @param made gets each picture of the proxy, in full range, with its moment; it is valid only during the call
     * @param covered hears how much of the film has been looked through, from 0 to 1, after each of the two rounds 0.5
     */
    public ProxyMaker(
            PreviewPictures pictures,
            SourceScan scan,
            Proxy proxy,
            Quiet quiet,
            ObjLongConsumer<Frame> made,
            DoubleConsumer covered) {
        this.made = made;
        this.pictures = pictures;
        this.proxy = proxy;
        this.quiet = quiet;
        this.covered = covered;
        this.duration = Math.max(1, scan.facts().durationMicros());
        this.step = Math.max(LEAST_STEP_MICROS, duration / MOST_PICTURES);
        NormalisingChain chain = new NormalisingChain(size(scan), scan.traits());
        this.filter = new PictureFilter(format -> chain.apply(format) + TO_JFIF, Timebase.MICROSECONDS, 1);
    }

    private static Size size(SourceScan scan) {
        VideoFacts video = Objects.requireNonNull(scan.facts().video());
        return ShownSize.within(video, LONG_SIDE, LONG_SIDE);
    }

    /** Until the whole film is covered or the thread is interrupted. */
    public void run() throws InterruptedException {
        round(pictures::nextKey, 0);
        covered.accept(0.5);
        pictures.rewind();
        round(pictures::next, 0.5);
        covered.accept(1);
    }

    /** Where the next picture comes from; null after the last. */
    private interface Source {
        @Nullable
        TimedPicture next();
    }

    private void round(Source source, double before) throws InterruptedException {
        quiet.await();
        TimedPicture next = source.next();
        while (next != null) {
            try (TimedPicture picture = next) {
                long micros = picture.micros();
                if (micros >= 0 && !proxy.hasNear(micros, step - 1)) {
                    filter.apply(picture.frame(), small -> {
                        made.accept(small, micros);
                        proxy.put(micros, Jpeg.of(small));
                    });
                    covered.accept(before + 0.5 * Math.clamp((double) micros / duration, 0, 1));
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            quiet.await();
            next = source.next();
        }
    }

    @Override
    public void close() {
        filter.close();
        pictures.close();
    }
}
