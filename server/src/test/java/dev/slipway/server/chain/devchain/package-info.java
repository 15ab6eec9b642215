/** What the development chain promises beyond the contract that every node keeps: persistence, refusals, loopback only. */
@NullMarked
package dev.slipway.server.chain.devchain;

import org.jspecify.annotations.NullMarked;
