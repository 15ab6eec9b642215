/** Authors' pictures, honest and hostile. */
@NullMarked
package dev.slipway.media.avatar;

import org.jspecify.annotations.NullMarked;
