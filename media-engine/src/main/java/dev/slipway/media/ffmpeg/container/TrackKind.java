package dev.slipway.media.ffmpeg.container;

import org.bytedeco.ffmpeg.global.avutil;

/** What a track holds. */
public enum TrackKind {
    PICTURE,
    SOUND,
    SUBTITLE,
    OTHER;

    static TrackKind of(int mediaType) {
        return switch (mediaType) {
            case avutil.AVMEDIA_TYPE_VIDEO -> PICTURE;
            case avutil.AVMEDIA_TYPE_AUDIO -> SOUND;
            case avutil.AVMEDIA_TYPE_SUBTITLE -> SUBTITLE;
            default -> OTHER;
        };
    }
}
