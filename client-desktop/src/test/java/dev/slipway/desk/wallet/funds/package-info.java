/** Whom the wallet asks for its balance. */
@NullMarked
package dev.slipway.desk.wallet.funds;

import org.jspecify.annotations.NullMarked;
