/** One window on a desk: a second start hands its files to the first and ends. */
@NullMarked
package dev.slipway.desk.instance;

import org.jspecify.annotations.NullMarked;
