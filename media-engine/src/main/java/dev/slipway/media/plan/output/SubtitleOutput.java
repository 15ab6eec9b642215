package dev.slipway.media.plan.output;

/** A text track of the source as WebVTT; the language is a BCP 47 tag, {@code und} where the source has none. */
public record SubtitleOutput(String path, int track, String language) {}
