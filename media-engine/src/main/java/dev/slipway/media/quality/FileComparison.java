package dev.slipway.media.quality;

import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.run.Cancellation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Measures a file against the file it was made from, picture n against picture n. */
public final class FileComparison {
    private static final int THREADS = 2;

    private FileComparison() {}

    /**
     * @param reference is brought to the other's size, matrix and range
     * @throws IllegalArgumentException when one of them has no pictures, or fewer than the other
     */
    public static Quality of(Path reference, Path distorted, Cancellation cancellation) {
        try (DecodedFilm encoded = new DecodedFilm(distorted, format -> "format=yuv420p", THREADS);
                DecodedFilm original = new DecodedFilm(reference, format -> like(encoded.format(), format), THREADS);
                QualityMeter meter = QualityMeter.complete(encoded.rate())) {
            compare(original, encoded, meter, cancellation);
            return meter.result();
        }
    }

    /** The pipeline's own scaler and conversion of colours, so that only what the encoder did is measured. */
    private static String like(PictureFormat wanted, PictureFormat format) {
        return "scale=%d:%d:flags=bicubic:in_color_matrix=%s:out_color_matrix=%s:out_range=%s,format=yuv420p,setsar=1"
                .formatted(
                        wanted.width(), wanted.height(), format.matrixName(), wanted.matrixName(), wanted.rangeName());
    }

    private static void compare(
            DecodedFilm original, DecodedFilm encoded, QualityMeter meter, Cancellation cancellation) {
        boolean more = true;
        while (more) {
            cancellation.throwIfCancelled();
            try (@Nullable Frame reference = original.next();
                    @Nullable Frame distorted = encoded.next()) {
                more = reference != null && distorted != null;
                if (reference != null && distorted != null) {
                    meter.compare(reference, distorted);
                } else if (reference != null || distorted != null) {
                    throw new IllegalArgumentException("one film ends before the other");
                }
            }
        }
    }
}
