/** The engine: what a desk asks of it to prepare a video, and what a server asks of it to check one. */
@NullMarked
package dev.slipway.media;

import org.jspecify.annotations.NullMarked;
