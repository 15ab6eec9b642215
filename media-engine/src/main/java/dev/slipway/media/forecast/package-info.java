/** What a job will take: size, time and memory, and the rate that reaches a wanted quality, found on short samples. */
@NullMarked
package dev.slipway.media.forecast;

import org.jspecify.annotations.NullMarked;
