package dev.slipway.desk.player;

/**
 * A picture that would make a good poster.
 *
 * @param micros when it is shown, from the film's first picture on
 * @param jpeg a small one of it
 */
public record OfferedPoster(long micros, byte[] jpeg) {}
