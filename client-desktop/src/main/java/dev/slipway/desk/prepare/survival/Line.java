package dev.slipway.desk.prepare.survival;

/**
 * One thing that was measured.
 *
 * @param words for everybody
 * @param exact the field's own terms
 */
public record Line(String name, String words, String exact) {}
