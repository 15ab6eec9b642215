/** Tests of the survival report. */
@NullMarked
package dev.slipway.media.protect.survival;

import org.jspecify.annotations.NullMarked;
