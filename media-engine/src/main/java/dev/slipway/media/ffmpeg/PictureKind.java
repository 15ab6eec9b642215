package dev.slipway.media.ffmpeg;

/** Whether a coded picture stands alone. */
public enum PictureKind {
    KEY,
    DEPENDENT
}
