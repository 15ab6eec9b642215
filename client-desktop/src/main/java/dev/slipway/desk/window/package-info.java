/** The window itself: the rail, the pages, the bar of the running job, and where all that stood last time. */
@NullMarked
package dev.slipway.desk.window;

import org.jspecify.annotations.NullMarked;
