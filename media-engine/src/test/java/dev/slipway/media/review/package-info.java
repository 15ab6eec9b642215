/** Which pictures of a film are taken, and what is kept of them. */
@NullMarked
package dev.slipway.media.review;

import org.jspecify.annotations.NullMarked;
