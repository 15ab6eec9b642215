/** The file that was given: which kinds are read, which are refused for what reason, and the length it declares. */
@NullMarked
package dev.slipway.media.probe.source;

import org.jspecify.annotations.NullMarked;
