/** The EIP-712 messages, as structures; hashing and signing them belongs to each side's wallet code. */
@NullMarked
package dev.slipway.model.signing;

import org.jspecify.annotations.NullMarked;
