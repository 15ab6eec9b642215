/** Hashtags against real publications that come and go. */
@NullMarked
package dev.slipway.server.hashtag;

import org.jspecify.annotations.NullMarked;
