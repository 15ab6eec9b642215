@NullMarked
package dev.slipway.server.payment.reading;

import org.jspecify.annotations.NullMarked;
