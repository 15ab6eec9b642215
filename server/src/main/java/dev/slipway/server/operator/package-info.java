/** Who runs this server: the key that signs its offers, and the offers themselves. */
@NullMarked
package dev.slipway.server.operator;

import org.jspecify.annotations.NullMarked;
