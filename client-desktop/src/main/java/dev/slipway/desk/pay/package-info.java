/** Turns agreed terms into one signed payment. */
@NullMarked
package dev.slipway.desk.pay;

import org.jspecify.annotations.NullMarked;
