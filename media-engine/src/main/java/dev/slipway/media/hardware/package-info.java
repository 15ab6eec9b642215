/** Which hardware encoders work on this machine, found out by encoding with each and remembered per driver. */
@NullMarked
package dev.slipway.media.hardware;

import org.jspecify.annotations.NullMarked;
