/** Judges how media is addressed and sent. */
@NullMarked
package dev.slipway.server.serving;

import org.jspecify.annotations.NullMarked;
