/** Hex, SHA-256 and canonical JSON: the byte forms that hashes are taken over. */
@NullMarked
package dev.slipway.model.encoding;

import org.jspecify.annotations.NullMarked;
