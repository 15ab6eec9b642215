/** Tests of the human queue. */
@NullMarked
package dev.slipway.server.review;

import org.jspecify.annotations.NullMarked;
