/** Which hardware encoders and decoders work on this machine, found out by trying each and remembered per driver. */
@NullMarked
package dev.slipway.media.hardware;

import org.jspecify.annotations.NullMarked;
