package dev.slipway.server.serving;

import dev.slipway.model.publication.PublicationId;

/** Addresses of a publication's media for a moderator, who needs no header to open them. */
public final class ReviewLinks {
    private final PublicationId publication;
    private final String token;

    ReviewLinks(PublicationId publication, String token) {
        this.publication = publication;
        this.token = token;
    }

    /** One artifact. */
    public String file(String path) {
        return MediaLinks.ROOT + "/" + token + "/" + publication + "/" + path;
    }

    /** The HLS master playlist. */
    public String masterPlaylist() {
        return file(MediaLinks.HLS_MASTER);
    }

    /** The WebVTT track of the scrub bar's frames. */
    public String thumbnails() {
        return file(MediaLinks.THUMBNAILS);
    }

    /** One picture that this server took of the film. */
    public String strip(int number) {
        return ReviewStripController.FOLDER + "/" + token + "/" + publication + "/" + number;
    }

    /** The picture that came with the publication, as it was made anew. */
    public String avatar() {
        return AvatarImageController.FOLDER + "/" + token + "/" + publication + "/" + AvatarImageController.NAME;
    }
}
