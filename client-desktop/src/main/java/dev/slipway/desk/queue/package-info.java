/** Everything that is under way, waits or has stopped, on one page. */
@NullMarked
package dev.slipway.desk.queue;

import org.jspecify.annotations.NullMarked;
