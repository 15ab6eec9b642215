/** The chain as the server needs it: a node's answers, signatures, and the address of the node. The only user of web3j. */
@NullMarked
package dev.slipway.server.chain;

import org.jspecify.annotations.NullMarked;
