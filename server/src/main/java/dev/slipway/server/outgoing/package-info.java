/** Requests to addresses that users give: checked, sent to exactly the checked address, limited in time and size. */
@NullMarked
package dev.slipway.server.outgoing;

import org.jspecify.annotations.NullMarked;
