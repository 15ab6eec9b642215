/** Judges the pages, their languages and, in a real browser, their player. */
@NullMarked
package dev.slipway.server.watch;

import org.jspecify.annotations.NullMarked;
