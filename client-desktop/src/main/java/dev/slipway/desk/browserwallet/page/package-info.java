/** One page for one tab of this machine's browser, served on loopback and closed to every other site and program. */
@NullMarked
package dev.slipway.desk.browserwallet.page;

import org.jspecify.annotations.NullMarked;
