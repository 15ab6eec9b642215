package dev.slipway.media.comparison;

import dev.slipway.media.plan.output.Size;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The same picture of a film several times, all of one size and upright.
 *
 * @param micros when it is shown, in microseconds from the source's first picture
 * @param endMicros when the next one is
 * @param size of the pictures, which is that of the top rung
 * @param samplePictures how many pictures around it were encoded for it
 * @param original the source's, whose bytes are its file's share for the part that is published, sound included
 * @param encoded as the top rung would show it
 * @param guarded the same with protection; null where none is wished
 */
public record Comparison(
        long micros,
        long endMicros,
        Size size,
        long samplePictures,
        Shown original,
        Shown encoded,
        @Nullable Shown guarded) {

    /**
     * One of them.
     *
     * @param file PNG
     * @param bytes of the whole film's picture, reckoned from the sample
     * @param xpsnr of the sample's luma against the original, in decibels (see {@link
     *     dev.slipway.media.quality.Quality}); null for the original itself
     */
    public record Shown(Path file, long bytes, @Nullable Double xpsnr) {}
}
