package dev.slipway.model.manifest;

/** What a finished file is for. Playlists are never artifacts: the engine writes them from the files' own boxes. */
public enum ArtifactRole {
    /** One rung of the ladder: a picture track alone, in single-file fragmented MP4. */
    VIDEO,
    /** One sound track alone, in single-file fragmented MP4. */
    AUDIO,
    /** A short clip shown on hover. */
    PREVIEW,
    /** The still picture that stands for the publication. */
    POSTER,
    /** One sheet of small frames for the scrub bar. */
    THUMBNAILS,
    /** WebVTT. */
    SUBTITLES
}
