package dev.slipway.model.media;

import org.jspecify.annotations.Nullable;

/** A subtitle track; the language is the file's own tag, null where it has none. */
public record SubtitleFacts(String codec, @Nullable String language) {}
