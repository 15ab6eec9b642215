/** What is owed back to whom, as a rule and as the operator's list. */
@NullMarked
package dev.slipway.server.refund;

import org.jspecify.annotations.NullMarked;
