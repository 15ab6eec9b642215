@NullMarked
package dev.slipway.media.comparison;

import org.jspecify.annotations.NullMarked;
