package dev.slipway.media.review;

import dev.slipway.media.classifier.PictureScore;
import dev.slipway.media.ffmpeg.frame.Frame;
import dev.slipway.media.ffmpeg.frame.PictureFormat;
import dev.slipway.media.pdq.Pdq;
import dev.slipway.media.pdq.PdqHasher;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Takes samples of the pictures that a check decodes anyway. Pictures are 8-bit 4:2:0 and valid only during each call; of
 * film and preview they come in the order of their times.
 */
public final class PictureSampler {
    private final Moments hashed;
    private final Moments shown;
    private final Moments previewed;
    private final List<SampledPicture> pictures = new ArrayList<>();
    private final List<StripPicture> strip = new ArrayList<>();
    private final @Nullable PictureScore score;
    private boolean begun;

    /**
     * @param random has to be unpredictable for the author
     * @param score asked about each picture that is hashed; null where there is no model
     */
    public PictureSampler(long durationMicros, RandomGenerator random, @Nullable PictureScore score) {
        this.score = score;
        this.hashed = Moments.eachSecond(durationMicros, ReviewMaterial.MAX_FILM_PICTURES - 1, random);
        this.shown = Moments.spread(durationMicros, ReviewMaterial.MAX_STRIP - 1, random);
        long minute = 1_000_000L * ReviewMaterial.MAX_PREVIEW_PICTURES;
        this.previewed = Moments.eachSecond(minute, ReviewMaterial.MAX_PREVIEW_PICTURES, random);
    }

    /** Takes the first picture too, which is all that some films have. */
    public void film(Frame picture, long micros) {
        if (hashed.isDue(micros) || !begun) {
            sample(PictureSource.FILM, picture, micros);
        }
        if (shown.isDue(micros) || !begun) {
            strip.add(SmallPicture.of(picture, micros));
        }
        begun = true;
    }

    public void preview(Frame picture, long micros) {
        if (previewed.isDue(micros)) {
            sample(PictureSource.PREVIEW, picture, micros);
        }
    }

    /** The poster, or the author's own picture. */
    public void still(PictureSource source, Frame picture) {
        sample(source, picture, 0);
    }

    public ReviewMaterial material() {
        return new ReviewMaterial(pictures, strip);
    }

    private void sample(PictureSource source, Frame picture, long micros) {
        Pdq pdq = PdqHasher.hash(picture.plane(0), picture.width(), picture.height(), range(picture.pictureFormat()));
        pictures.add(new SampledPicture(
                source, micros, pdq.hash(), pdq.quality(), score == null ? null : score.of(picture)));
    }

    private static PdqHasher.Range range(PictureFormat format) {
        return format.rangeName().equals("pc") ? PdqHasher.Range.FULL : PdqHasher.Range.LIMITED;
    }
}
