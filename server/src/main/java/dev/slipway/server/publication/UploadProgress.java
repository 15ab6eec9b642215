package dev.slipway.server.publication;

import dev.slipway.model.publication.PublicationStatus;
import java.util.List;

/** How far the files of a publication have arrived; implemented where uploads are taken. */
public interface UploadProgress {

    /** One entry for each artifact of the manifest, in its order. */
    List<PublicationStatus.Upload> of(Publication publication);
}
