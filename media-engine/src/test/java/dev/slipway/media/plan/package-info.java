/** Tests of ladder, time line and rates. */
@NullMarked
package dev.slipway.media.plan;

import org.jspecify.annotations.NullMarked;
