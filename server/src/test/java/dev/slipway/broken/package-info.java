/** Code that breaks one rule each; the architecture tests show that they notice. */
@NullMarked
package dev.slipway.broken;

import org.jspecify.annotations.NullMarked;
