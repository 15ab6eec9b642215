/** Ethereum values in their text form: addresses and 32-byte words. */
@NullMarked
package dev.slipway.model.ethereum;

import org.jspecify.annotations.NullMarked;
