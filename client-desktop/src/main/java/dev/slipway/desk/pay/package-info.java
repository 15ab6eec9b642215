/** Turns agreed terms into one payment, while there is time for it. */
@NullMarked
package dev.slipway.desk.pay;

import org.jspecify.annotations.NullMarked;
