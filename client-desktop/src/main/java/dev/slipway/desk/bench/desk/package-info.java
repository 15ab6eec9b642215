/** What the bench measures of the window and its player. */
@NullMarked
package dev.slipway.desk.bench.desk;

import org.jspecify.annotations.NullMarked;
