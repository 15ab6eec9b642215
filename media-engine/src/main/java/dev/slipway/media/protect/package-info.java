/** Protection of pictures: secret noise below the threshold of seeing, added to luma once, above everything made of it. */
@NullMarked
package dev.slipway.media.protect;

import org.jspecify.annotations.NullMarked;
