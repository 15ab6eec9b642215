/** Who encodes each rendition, software or a device of this machine, and what happens when a device is lost. */
@NullMarked
package dev.slipway.media.device;

import org.jspecify.annotations.NullMarked;
