package dev.slipway.desk.prepare.survival;

/**
 * A sentence that stands by itself.
 *
 * @param exact what makes it exact
 */
public record Saying(String words, String exact) {}
