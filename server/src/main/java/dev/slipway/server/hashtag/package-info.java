/** Which hashtags published videos have, and how many of them. */
@NullMarked
package dev.slipway.server.hashtag;

import org.jspecify.annotations.NullMarked;
