/** How the operating system shares its processors among this process's threads, as far as we may ask for it. */
@NullMarked
package dev.slipway.media.scheduling;

import org.jspecify.annotations.NullMarked;
