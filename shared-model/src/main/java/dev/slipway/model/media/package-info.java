/** What a media file holds, in the words both sides use: durations in microseconds, rates as rationals. */
@NullMarked
package dev.slipway.model.media;

import org.jspecify.annotations.NullMarked;
