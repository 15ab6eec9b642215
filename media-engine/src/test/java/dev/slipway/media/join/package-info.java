/** What is to be seen and heard where the parts of a film that were encoded by themselves meet. */
@NullMarked
package dev.slipway.media.join;

import org.jspecify.annotations.NullMarked;
