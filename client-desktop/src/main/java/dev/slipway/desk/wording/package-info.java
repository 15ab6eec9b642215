/** Sizes and times as people read them. */
@NullMarked
package dev.slipway.desk.wording;

import org.jspecify.annotations.NullMarked;
