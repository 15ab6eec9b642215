/** Tests of what hardware encoders are told. */
@NullMarked
package dev.slipway.media.device;

import org.jspecify.annotations.NullMarked;
