/** Sessions with a wallet in the browser: its words alone, and the whole walk in real browsers. */
@NullMarked
package dev.slipway.desk.browserwallet;

import org.jspecify.annotations.NullMarked;
