package dev.slipway.model.media;

/** A sound track; the sample rate is in hertz. */
public record AudioFacts(String codec, int channels, int sampleRate) {}
