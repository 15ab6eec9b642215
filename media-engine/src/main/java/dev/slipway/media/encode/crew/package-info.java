/** The threads of one pipeline and the queues in which frames go from one to the next. */
@NullMarked
package dev.slipway.media.encode.crew;

import org.jspecify.annotations.NullMarked;
