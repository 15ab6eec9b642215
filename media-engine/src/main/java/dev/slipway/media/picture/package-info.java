/** How a source's pictures are meant to be seen: which way up, and whether they are whole or woven of two fields. */
@NullMarked
package dev.slipway.media.picture;

import org.jspecify.annotations.NullMarked;
