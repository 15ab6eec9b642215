package dev.slipway.desk.sidebyside;

import dev.slipway.media.comparison.Comparison;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The same picture several times, as the window shows it.
 *
 * @param micros when it is shown, from the film's first picture on
 * @param width of each of them, in pixels
 * @param height likewise
 * @param samplePictures how many pictures were encoded for it
 * @param looks at the original, the encoded one and, where that is wished, the protected one
 */
public record Compared(long micros, int width, int height, long samplePictures, List<Look> looks) {
    public Compared {
        looks = List.copyOf(looks);
    }

    /**
     * @param key of its name among the texts
     * @param bytes of the whole film
     * @param xpsnr against the original, in decibels; null for the original itself
     */
    public record Look(
            String key, Path file, long bytes, @Nullable Double xpsnr) {}

    static Compared of(Comparison comparison) {
        List<Look> looks = new ArrayList<>();
        looks.add(look("compare.original", comparison.original()));
        looks.add(look("compare.encoded", comparison.encoded()));
        if (comparison.guarded() != null) {
            looks.add(look("compare.protected", Objects.requireNonNull(comparison.guarded())));
        }
        return new Compared(
                comparison.micros(),
                comparison.size().width(),
                comparison.size().height(),
                comparison.samplePictures(),
                looks);
    }

    private static Look look(String key, Comparison.Shown shown) {
        return new Look(key, shown.file(), shown.bytes(), shown.xpsnr());
    }
}
