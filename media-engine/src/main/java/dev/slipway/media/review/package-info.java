/** What lists, models and people judge a film by: hashes of pictures taken from all over it, and a strip of small ones. */
@NullMarked
package dev.slipway.media.review;

import org.jspecify.annotations.NullMarked;
