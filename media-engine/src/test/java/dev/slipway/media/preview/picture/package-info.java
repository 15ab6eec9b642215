@NullMarked
package dev.slipway.media.preview.picture;

import org.jspecify.annotations.NullMarked;
