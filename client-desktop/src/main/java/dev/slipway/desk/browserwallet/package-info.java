/** Signing and paying with a wallet that lives in the system's browser, such as MetaMask; nothing it says is believed unseen. */
@NullMarked
package dev.slipway.desk.browserwallet;

import org.jspecify.annotations.NullMarked;
