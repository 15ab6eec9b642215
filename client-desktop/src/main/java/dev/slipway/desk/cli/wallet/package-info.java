/** The commands about the wallet that pays: create, import, address and balance. */
@NullMarked
package dev.slipway.desk.cli.wallet;

import org.jspecify.annotations.NullMarked;
