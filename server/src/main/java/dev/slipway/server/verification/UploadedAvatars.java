package dev.slipway.server.verification;

import dev.slipway.model.publication.PublicationId;
import java.util.Optional;

/** Authors' pictures, which are checked and made anew together with the files; implemented where they are kept. */
public interface UploadedAvatars {

    /** The bytes that a stranger sent; empty where none came with the publication. */
    Optional<byte[]> uploaded(PublicationId publication);

    /** Keeps what was made of them. Part of the caller's transaction. */
    void keepChecked(PublicationId publication, byte[] webp);
}
