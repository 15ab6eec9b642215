package dev.slipway.media.forecast;

import dev.slipway.media.encode.source.OriginalPictures;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.run.Cancellation;
import java.util.ArrayList;
import java.util.List;

/** Stretches of a film in the top rung's size and colours, decoded once and kept. */
public final class SampleFilm implements AutoCloseable {
    /** What may be kept for as long as rates are tried: 192 pictures of 1080 lines, 48 of 2160. */
    public static final long KEPT_BYTES = 600_000_000;

    private final List<List<Frame>> stretches = new ArrayList<>();

    /** @param afterPicture runs after each picture that is kept */
    public static SampleFilm read(
            OriginalPictures pictures, List<Stretch> stretches, Runnable afterPicture, Cancellation cancellation) {
        SampleFilm film = new SampleFilm();
        try {
            for (Stretch stretch : stretches) {
                List<Frame> kept = new ArrayList<>();
                film.stretches.add(kept);
                pictures.read(
                        stretch.first(),
                        stretch.end(),
                        picture -> {
                            kept.add(picture.share());
                            afterPicture.run();
                        },
                        cancellation);
            }
            return film;
        } catch (RuntimeException e) {
            film.close();
            throw e;
        }
    }

    /** In the order of the film; the frames stay this object's. */
    public List<List<Frame>> stretches() {
        return stretches;
    }

    @Override
    public void close() {
        stretches.forEach(stretch -> stretch.forEach(Frame::close));
    }
}
