package dev.slipway.desk.player;

/** A small picture in the strip under the player, as a JPEG file. */
public record StripPicture(int index, int count, byte[] jpeg) {}
