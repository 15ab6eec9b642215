@NullMarked
package dev.slipway.server.payment.ledger;

import org.jspecify.annotations.NullMarked;
