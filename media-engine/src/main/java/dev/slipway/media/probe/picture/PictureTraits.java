package dev.slipway.media.probe.picture;

import dev.slipway.media.picture.Orientation;
import dev.slipway.media.picture.ScanType;
import dev.slipway.media.timestamp.Jump;
import dev.slipway.media.timestamp.PictureOrder;
import dev.slipway.model.media.Rational;
import java.util.List;

/**
 * What the encoder has to put right in a source's pictures.
 *
 * @param found how many pictures the packets hold
 * @param promised how many there should be, at least {@code found}
 * @param jumps of the source's clock, in the order of the file
 * @param brightestNits the brightest light of a high dynamic range film, in cd/m²
 * @param evenRate pictures a second of an even grid that shows nearly all of them, however unevenly they come
 * @param lastMicros when the last picture is shown, from the first one on
 * @param restartBytes the most packets, in bytes, that must be kept to decode from a key frame again: see
 *     {@link dev.slipway.media.ffmpeg.container.RestartWindow}
 */
public record PictureTraits(
        Orientation orientation,
        ScanType scanType,
        long found,
        long promised,
        List<Jump> jumps,
        PictureOrder order,
        double brightestNits,
        Rational evenRate,
        long lastMicros,
        long restartBytes) {

    public PictureTraits {
        jumps = List.copyOf(jumps);
    }
}
