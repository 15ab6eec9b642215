/**
 * Keys, signatures, keystores and the chain's node. The only package that knows web3j; everything outside speaks in
 * the types of shared-model.
 */
@NullMarked
package dev.slipway.desk.ethereum;

import org.jspecify.annotations.NullMarked;
