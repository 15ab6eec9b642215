/** The window's wallet: made, brought, opened and locked; its key is in the signer process and never here. */
@NullMarked
package dev.slipway.desk.wallet.page;

import org.jspecify.annotations.NullMarked;
