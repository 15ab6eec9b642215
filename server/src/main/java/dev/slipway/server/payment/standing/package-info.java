/** Works out from the ledger where a publication's payment stands and what is owed back. */
@NullMarked
package dev.slipway.server.payment.standing;

import org.jspecify.annotations.NullMarked;
