/** What a plan says of each file that will be made. */
@NullMarked
package dev.slipway.media.plan.output;

import org.jspecify.annotations.NullMarked;
