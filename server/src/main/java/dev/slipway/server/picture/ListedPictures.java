package dev.slipway.server.picture;

import dev.slipway.media.review.SampledPicture;
import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.configuration.PictureSettings;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Compares what the check saw of a publication with the list of blocked pictures, as it is now, and what the operator's
 * model said of it with the limit.
 */
@Service
class ListedPictures implements PictureReview {
    private static final int MOST_DOUBTS = 5;

    private final PictureRows rows;
    private final BlockedPictures blocked;
    private final double limit;

    ListedPictures(PictureRows rows, BlockedPictures blocked, PictureSettings settings) {
        this.rows = rows;
        this.blocked = blocked;
        this.limit = settings.pictureModelLimit();
    }

    @Override
    public PictureVerdict of(PublicationId publication) {
        BlockList list = blocked.list();
        List<SampledPicture> pictures = rows.sampled(publication);
        for (SampledPicture picture : pictures) {
            Optional<String> reason = list.match(picture.pdq()).flatMap(blocked::reason);
            if (reason.isPresent()) {
                return new PictureVerdict.Blocked(PicturePlace.of(picture) + " is on this server's block list: "
                        + reason.get() + ". If that is a mistake, write to the operator.");
            }
        }
        return new PictureVerdict.Clear(doubts(pictures));
    }

    /** Those that the model likes least. */
    private List<String> doubts(List<SampledPicture> pictures) {
        return pictures.stream()
                .filter(picture -> score(picture) > limit)
                .sorted(Comparator.comparingDouble(ListedPictures::score).reversed())
                .limit(MOST_DOUBTS)
                .map(picture -> String.format(
                        Locale.ROOT,
                        "%s is unwanted by %.2f, and %.2f is the limit",
                        PicturePlace.of(picture),
                        score(picture),
                        limit))
                .toList();
    }

    /** Nothing where no model was asked. */
    private static double score(SampledPicture picture) {
        return Objects.requireNonNullElse(picture.score(), 0.0);
    }
}
