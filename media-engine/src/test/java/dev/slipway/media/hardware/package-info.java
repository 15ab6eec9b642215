/** Tests of how hardware encoders are found, on machines with and without any. */
@NullMarked
package dev.slipway.media.hardware;

import org.jspecify.annotations.NullMarked;
