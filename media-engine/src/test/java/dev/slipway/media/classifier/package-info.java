/** Small models made for the test, and what they say of pictures. */
@NullMarked
package dev.slipway.media.classifier;

import org.jspecify.annotations.NullMarked;
