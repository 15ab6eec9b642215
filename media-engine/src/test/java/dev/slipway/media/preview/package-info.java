@NullMarked
package dev.slipway.media.preview;

import org.jspecify.annotations.NullMarked;
