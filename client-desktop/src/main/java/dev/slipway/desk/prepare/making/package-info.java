/** The third section of a publication: wishes, forecast, and the making of its files, one publication after the other. */
@NullMarked
package dev.slipway.desk.prepare.making;

import org.jspecify.annotations.NullMarked;
