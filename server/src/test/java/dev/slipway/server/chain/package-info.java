/** Signatures and the node's answers, judged by public vectors and by real nodes. */
@NullMarked
package dev.slipway.server.chain;

import org.jspecify.annotations.NullMarked;
