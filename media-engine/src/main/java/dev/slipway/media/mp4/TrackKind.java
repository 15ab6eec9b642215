package dev.slipway.media.mp4;

/** A finished file holds one track: picture or sound. */
public enum TrackKind {
    VIDEO,
    AUDIO
}
