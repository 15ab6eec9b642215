/** Payments, judged on a real chain node and a real database; the reading of the chain also by random histories. */
@NullMarked
package dev.slipway.server.refund;

import org.jspecify.annotations.NullMarked;
