package dev.slipway.model.moderation.form;

/**
 * One word of a listed entry.
 *
 * @param entry its number in the list
 * @param part which word of it, from 0
 * @param parts how many words it has
 */
public record Lexeme(int entry, int part, int parts) {}
