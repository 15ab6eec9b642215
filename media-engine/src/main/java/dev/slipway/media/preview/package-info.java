/**
 * The player's half that decodes, in a worker of its own: pictures into a ring of shared memory, sound to the machine's
 * own output, and the moment to show each picture. {@link dev.slipway.media.preview.PreviewCommand} is what it is told,
 * {@link dev.slipway.media.preview.PreviewEvent} what it tells.
 */
@NullMarked
package dev.slipway.media.preview;

import org.jspecify.annotations.NullMarked;
