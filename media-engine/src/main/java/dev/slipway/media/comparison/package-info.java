/** One moment of a film as it is, as a preparation would encode it, and with protection: to be looked at side by side. */
@NullMarked
package dev.slipway.media.comparison;

import org.jspecify.annotations.NullMarked;
