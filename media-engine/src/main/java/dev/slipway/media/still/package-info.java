/** Still pictures: the poster, chosen by what it shows, and the sheet of small frames. */
@NullMarked
package dev.slipway.media.still;

import org.jspecify.annotations.NullMarked;
