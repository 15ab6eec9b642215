package dev.slipway.media.review;

/** Where a picture was seen. */
public enum PictureSource {
    FILM,
    PREVIEW,
    POSTER,
    /** The author's own picture. */
    AVATAR
}
