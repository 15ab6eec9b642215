/** Tests of how a run tells how far it is. */
@NullMarked
package dev.slipway.media.prepare.progress;

import org.jspecify.annotations.NullMarked;
