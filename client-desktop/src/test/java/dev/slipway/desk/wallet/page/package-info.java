/** The wallet's page, with a real signer process behind it. */
@NullMarked
package dev.slipway.desk.wallet.page;

import org.jspecify.annotations.NullMarked;
