@NullMarked
package dev.slipway.media.preview.proxy;

import org.jspecify.annotations.NullMarked;
