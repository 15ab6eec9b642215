package dev.slipway.server.picture;

/**
 * What became of a list that was sent.
 *
 * @param read pictures in it
 * @param neverCompared of these, whose quality is too low to tell them from others
 * @param total pictures on this server's list now
 */
record PictureListReply(int read, int neverCompared, long total) {}
