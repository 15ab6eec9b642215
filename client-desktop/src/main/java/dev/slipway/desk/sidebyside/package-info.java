/** One moment of a film as it is, encoded and protected, to be looked at before anything is made. */
@NullMarked
package dev.slipway.desk.sidebyside;

import org.jspecify.annotations.NullMarked;
