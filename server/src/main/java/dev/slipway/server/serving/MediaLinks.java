package dev.slipway.server.serving;

import dev.slipway.model.publication.PublicationId;
import dev.slipway.server.access.AccessPolicy;
import dev.slipway.server.access.Tier;
import org.springframework.stereotype.Component;

/** Addresses of a publication's media on this server, as paths that begin with a slash. Minted, not looked up. */
@Component
public class MediaLinks {
    static final String ROOT = "/media";
    static final String HLS_MASTER = "master.m3u8";
    static final String DASH = "manifest.mpd";
    static final String THUMBNAILS = "thumbnails.vtt";
    static final String MEDIA_PLAYLIST_ENDING = ".m3u8";

    private final MediaTokens tokens;
    private final AccessPolicy policy;

    MediaLinks(MediaTokens tokens, AccessPolicy policy) {
        this.tokens = tokens;
        this.policy = policy;
    }

    /** The HLS master playlist. Never expires, so it may be given to people; what it names does. */
    public String masterPlaylist(PublicationId publication) {
        return ROOT + "/" + publication + "/" + HLS_MASTER;
    }

    /** One artifact. Expires after 12 to 18 hours. */
    public String file(PublicationId publication, String path) {
        return ROOT + "/" + tokens.mint(publication, policy.viewer()) + "/" + publication + "/" + path;
    }

    /** The picture of a publication's author, where there is one. Never expires. */
    public String avatar(PublicationId publication) {
        return AvatarImageController.FOLDER + "/" + publication + "/" + AvatarImageController.NAME;
    }

    /** Of what a moderator looks at, shown or not. They expire after 12 to 18 hours. */
    public ReviewLinks forReview(PublicationId publication) {
        return new ReviewLinks(publication, tokens.mint(publication, Tier.REVIEWER));
    }

    /** The WebVTT track of the scrub bar's frames. Expires after 12 to 18 hours. */
    public String thumbnails(PublicationId publication) {
        return file(publication, THUMBNAILS);
    }
}
