package dev.slipway.media.quality;

import dev.slipway.media.ffmpeg.frame.Frame;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sums of what the filters noted on each picture. */
final class Tally {
    private static final List<String> PLANES = List.of("y", "u", "v");

    private final List<Distortion> weighted = distortions(0.5);
    private final List<Distortion> squared = distortions(1);
    private final double[] similarity = new double[PLANES.size()];
    private long similarities;
    private long frames;

    private static List<Distortion> distortions(double exponent) {
        return Stream.generate(() -> new Distortion(exponent))
                .limit(PLANES.size())
                .toList();
    }

    void add(Frame picture) {
        for (int plane = 0; plane < PLANES.size(); plane++) {
            String name = PLANES.get(plane);
            number(picture, "lavfi.xpsnr.xpsnr." + name).ifPresent(weighted.get(plane)::addDecibels);
            number(picture, "lavfi.psnr.mse." + name).ifPresent(squared.get(plane)::addMeanSquaredError);
            OptionalDouble ssim = number(picture, "lavfi.ssim." + name.toUpperCase(Locale.ROOT));
            similarity[plane] += ssim.orElse(0);
        }
        if (picture.note("lavfi.ssim.Y").isPresent()) {
            similarities++;
        }
        frames++;
    }

    /** FFmpeg writes {@code inf} for identical pictures. */
    private static OptionalDouble number(Frame picture, String key) {
        return picture.note(key)
                .map(text -> text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text))
                .map(OptionalDouble::of)
                .orElseGet(OptionalDouble::empty);
    }

    long frames() {
        return frames;
    }

    Quality result() {
        return new Quality(
                frames,
                values(plane -> weighted.get(plane).decibels()),
                values(plane -> squared.get(plane).decibels()),
                values(plane -> similarity[plane] / similarities));
    }

    private static PlaneValues values(Function<Integer, Double> ofPlane) {
        return new PlaneValues(ofPlane.apply(0), ofPlane.apply(1), ofPlane.apply(2));
    }
}
