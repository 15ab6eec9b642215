package dev.slipway.media.preview.picture;

import dev.slipway.media.encode.picture.NormalisingChain;
import dev.slipway.media.encode.picture.PictureFilter;
import dev.slipway.media.ffmpeg.Timebase;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.plan.output.Size;
import dev.slipway.media.probe.SourceScan;

/** Brings decoded pictures into the ring: as the published film shows them, in the player's size. Used by one thread. */
public final class Screen implements AutoCloseable {
    /** Without the two flags green comes out two steps too dark, which tints every grey. */
    private static final String TO_SCREEN = ",scale=in_color_matrix=bt709:in_range=tv:out_range=pc"
            + ":flags=bicubic+accurate_rnd+full_chroma_int,format=bgra";

    private final PictureRing ring;
    private final PictureFilter filter;

    public Screen(PictureRing ring, SourceScan scan, Size size, int threads) {
        this.ring = ring;
        NormalisingChain chain = new NormalisingChain(size, scan.traits());
        this.filter = new PictureFilter(format -> chain.apply(format) + TO_SCREEN, Timebase.MICROSECONDS, threads);
    }

    public void draw(Frame picture, int slot) {
        filter.apply(picture, drawn -> drawn.copyPixels(ring.slot(slot)));
    }

    @Override
    public void close() {
        filter.close();
    }
}
