/** Paying for one publication and launching it, as the window shows it: what is asked, how far it is, what came of it. */
@NullMarked
package dev.slipway.desk.launch.underway;

import org.jspecify.annotations.NullMarked;
