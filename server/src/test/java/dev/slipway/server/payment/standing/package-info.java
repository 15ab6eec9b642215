@NullMarked
package dev.slipway.server.payment.standing;

import org.jspecify.annotations.NullMarked;
