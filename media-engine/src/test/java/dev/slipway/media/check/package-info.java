/** Every lie a manifest can tell, and every file that is not what it says. */
@NullMarked
package dev.slipway.media.check;

import org.jspecify.annotations.NullMarked;
