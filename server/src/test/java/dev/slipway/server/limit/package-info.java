/** What is too much, and for whom. */
@NullMarked
package dev.slipway.server.limit;

import org.jspecify.annotations.NullMarked;
