/** Wishes, forecast and making, without a toolkit. */
@NullMarked
package dev.slipway.desk.prepare.making;

import org.jspecify.annotations.NullMarked;
