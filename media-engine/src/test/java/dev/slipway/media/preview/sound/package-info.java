@NullMarked
package dev.slipway.media.preview.sound;

import org.jspecify.annotations.NullMarked;
