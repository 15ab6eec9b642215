/** What an account holds, as the node of its chain tells it. */
@NullMarked
package dev.slipway.desk.wallet.funds;

import org.jspecify.annotations.NullMarked;
