package dev.slipway.media.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What is known of how a publication looks.
 *
 * @param pictures from all over the film, of its preview, the poster, and the author's own
 * @param strip of the film, in the order of their times
 */
public record ReviewMaterial(List<SampledPicture> pictures, List<StripPicture> strip) {
    /** More is never taken of a film, however long. */
    public static final int MAX_FILM_PICTURES = 400;

    /** A preview lasts a minute at most. */
    public static final int MAX_PREVIEW_PICTURES = 60;

    public static final int MAX_STRIP = 25;

    /** Noise of the largest size stays below it. */
    public static final int MAX_STRIP_PICTURE_BYTES = 128 << 10;

    /** Poster and the author's own. */
    private static final int STILLS = 2;

    private static final int MAX_PICTURES = MAX_FILM_PICTURES + MAX_PREVIEW_PICTURES + STILLS;
    private static final int BEST_QUALITY = 100;

    public ReviewMaterial {
        pictures = List.copyOf(pictures);
        strip = List.copyOf(strip);
    }

    /**
     * What is wrong with material that came from a worker, which hostile files may have taken over; empty where it can be
     * kept and its pictures can be shown.
     */
    public Optional<String> fault() {
        if (pictures.size() > MAX_PICTURES || strip.size() > MAX_STRIP) {
            return Optional.of("%d pictures and a strip of %d".formatted(pictures.size(), strip.size()));
        }
        Optional<String> odd = pictures.stream()
                .filter(ReviewMaterial::isOdd)
                .map(picture -> "a picture at %d µs of quality %d".formatted(picture.micros(), picture.quality()))
                .findFirst();
        return odd.or(() -> strip.stream()
                .filter(picture -> picture.micros() < 0 || !isPlainWebP(picture))
                .map(picture -> "a strip's picture at %d µs that is no small WebP file".formatted(picture.micros()))
                .findFirst());
    }

    private static boolean isOdd(SampledPicture picture) {
        Double score = picture.score();
        return picture.micros() < 0
                || picture.quality() < 0
                || picture.quality() > BEST_QUALITY
                || score != null && !(score >= 0 && score <= 1);
    }

    private static boolean isPlainWebP(StripPicture picture) {
        try {
            byte[] file = picture.bytes();
            String head = new String(file, 0, Math.min(file.length, 16), StandardCharsets.ISO_8859_1);
            return file.length <= MAX_STRIP_PICTURE_BYTES && head.startsWith("RIFF") && head.endsWith("WEBPVP8 ");
        } catch (IllegalArgumentException e) {
            // No base64.
            return false;
        }
    }
}
