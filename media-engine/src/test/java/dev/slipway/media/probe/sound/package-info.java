/** The sound tracks of a source, and the one that is taken. */
@NullMarked
package dev.slipway.media.probe.sound;

import org.jspecify.annotations.NullMarked;
