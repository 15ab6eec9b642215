package dev.slipway.media.timestamp;

/** How one finds out when a decoded picture is due. */
public enum PictureOrder {
    /** The container gives each picture its time. */
    TIMED,
    /** It tells only how many there are and how fast they follow: AVI with B pictures, raw streams. */
    COUNTED
}
