package dev.slipway.media.preview;

import java.nio.file.Path;

/**
 * What a player's worker is started with.
 *
 * @param source the film
 * @param ring the file that the worker makes the pictures' memory in; its folder exists. Another one for each worker: the
 *     last one's may still be looked at
 * @param scan the file in which the worker keeps what it learned of the film, so that the next one begins at once
 * @param width the most that the player can show, in pixels
 * @param height likewise
 */
public record PreviewRequest(Path source, Path ring, Path scan, int width, int height) {}
