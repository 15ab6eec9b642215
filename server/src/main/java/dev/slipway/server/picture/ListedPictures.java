package dev.slipway.server.picture;

import dev.slipway.media.review.SampledPicture;
import dev.slipway.model.publication.PublicationId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Compares what the check saw of a publication with the list of blocked pictures, as it is now. */
@Service
class ListedPictures implements PictureReview {
    private final PictureRows rows;
    private final BlockedPictures blocked;

    ListedPictures(PictureRows rows, BlockedPictures blocked) {
        this.rows = rows;
        this.blocked = blocked;
    }

    @Override
    public PictureVerdict of(PublicationId publication) {
        BlockList list = blocked.list();
        for (SampledPicture picture : rows.sampled(publication)) {
            Optional<String> reason = list.match(picture.pdq()).flatMap(blocked::reason);
            if (reason.isPresent()) {
                return new PictureVerdict.Blocked(PicturePlace.of(picture) + " is on this server's block list: "
                        + reason.get() + ". If that is a mistake, write to the operator.");
            }
        }
        return new PictureVerdict.Clear(List.of());
    }
}
